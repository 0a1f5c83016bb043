"""What is installed works away from the checkout: the data is inside, a plan and a check run."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from conftest import ANSWERS

from advisor import __version__
from advisor.data import data_root

CHECKOUT = Path(__file__).parents[1]


def call(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sdist as a release would be."""
    out = tmp_path_factory.mktemp("dist")
    built = call(
        sys.executable, "-m", "build", "--no-isolation", "--outdir", out, CHECKOUT, cwd=out
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in a fresh environment, which borrows only its libraries from this one."""
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / Path(sys.executable).name
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-index")
    done = call(*pip, "--no-deps", wheel, cwd=home)
    assert done.returncode == 0, done.stderr
    where = call(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home
    ).stdout.strip()
    # A path from a .pth file is not searched for further .pth files, so an editable install of
    # the checkout stays out.
    (Path(where) / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")
    return scripts / "advisor"


def test_the_wheel_holds_the_knowledge(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    root = data_root()
    for folder, inside in (
        (root.catalogue, "catalogue"),
        (root.rules, "rules"),
        (root.scenarios, "scenarios"),
    ):
        for path in folder.rglob("*.yaml"):
            assert f"advisor/_data/{inside}/{path.relative_to(folder).as_posix()}" in names
    assert not [name for name in names if "__pycache__" in name or name.startswith("tests/")]


def test_an_installed_program_makes_a_plan(installed: Path, tmp_path: Path) -> None:
    assert call(installed, "--version", cwd=tmp_path).stdout == f"advisor {__version__}\n"
    (tmp_path / "answers.yaml").write_text(ANSWERS, "utf-8")
    done = call(installed, "analyse", "answers.yaml", "-o", "plan.md", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "De Linde" in (tmp_path / "plan.md").read_text("utf-8")
    example = call(installed, "analyse", "--example", cwd=tmp_path)
    assert example.returncode == 0, example.stderr


def test_an_installed_program_checks_itself(installed: Path, tmp_path: Path) -> None:
    done = call(installed, "check", "--schools", "20", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "P12" in done.stdout


def test_a_checkout_leads_over_a_stale_copy(tmp_path: Path) -> None:
    package = tmp_path / "advisor"
    (package / "_data" / "catalogue").mkdir(parents=True)
    assert data_root(package).catalogue == package / "_data" / "catalogue"
    for name in ("catalogue", "rules"):
        (tmp_path / name).mkdir()
    assert data_root(package).catalogue == package / "_data" / "catalogue"
    (tmp_path / "pyproject.toml").touch()
    assert data_root(package).catalogue == tmp_path / "catalogue"
