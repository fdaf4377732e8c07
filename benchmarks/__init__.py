"""How fast Parley reads, measured over news that is dense with figures: `make bench`."""
