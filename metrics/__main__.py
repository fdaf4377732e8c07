"""`python -m metrics` is the `parley` command."""

from metrics.cli import main

if __name__ == "__main__":
    main()
