"""The wheel, built and installed into a fresh environment: what a user gets who has no checkout."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.wheel


def called(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, f"{command}: {done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    called(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def parley(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    uv = shutil.which("uv")
    install = [uv, "pip", "install", "--python", python] if uv else [sys.executable, "-m", "pip", "--python", python, "install"]
    called(*install, "--quiet", "--require-hashes", "-r", ROOT / "requirements.lock", cwd=folder)
    called(*install, "--quiet", "--no-deps", wheel, cwd=folder)
    return folder / "bin" / "parley"


def test_the_wheel_holds_the_folders(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for needed in ("metrics/sql/tables.sql", "metrics/seeds/policy.toml", "metrics/dashboards/voices.py", "metrics/cli/app.py"):
        assert needed in names
    assert {name.split("/")[0] for name in names} == {"metrics", next(name for name in names if "dist-info" in name).split("/")[0]}


def test_help(parley: Path, tmp_path: Path) -> None:
    assert "discrepancies" in called(parley, "--help", cwd=tmp_path)


def test_the_main_job(parley: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds" / "reports", tmp_path / "reports")
    assert "out/voices.html" in called(parley, "run", "reports", cwd=tmp_path)
    assert called(parley, "check", cwd=tmp_path) == "every check holds\n"
    assert json.loads(called(parley, "discrepancies", "--format", "json", cwd=tmp_path))
    called(parley, "site", cwd=tmp_path)
    assert "conflict" in (tmp_path / "out" / "site" / "index.html").read_text(encoding="utf-8")
    assert (tmp_path / "out" / "voices.png").read_bytes().startswith(b"\x89PNG")


def test_the_catalogue(parley: Path, tmp_path: Path) -> None:
    assert len(json.loads(called(parley, "metrics", "--format", "json", cwd=tmp_path))) >= 21
