"""A folder of Oxigraph files made from N-Quads, and opened again for reading.

A build makes the store once; everything after it only reads. A store that is opened read-only can be read
by many processes at the same time, and no query can change it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from communique.errors import InputError

if TYPE_CHECKING:
    import pyoxigraph

FOLDER = "store"  # inside the folder that a build writes


def load_store(nquads: Path, folder: Path) -> int:
    """The number of quads in the store that is made at `folder` from the file `nquads`.

    The default graph of the file becomes the default graph of the store, each named graph one of the same
    name. `folder` must not hold a store already. Raises InputError for a file that is missing or is not
    N-Quads.
    """
    import pyoxigraph

    if (folder / "CURRENT").exists():
        raise InputError(str(folder), "holds a store already", "give a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    store = pyoxigraph.Store(str(folder))
    try:
        store.bulk_load(path=str(nquads), format=pyoxigraph.RdfFormat.N_QUADS)
    except (SyntaxError, ValueError) as error:
        raise InputError(str(nquads), f"not N-Quads ({error})") from error
    except OSError as error:
        raise InputError(str(nquads), f"cannot be loaded ({error})") from error
    store.optimize()
    store.flush()
    return len(store)


def open_store(out: Path) -> pyoxigraph.Store:
    """The store of the built folder `out`, opened read-only.

    Raises InputError, with what to do, where there is no such folder, no store in it, or a store that is
    damaged.
    """
    import pyoxigraph

    folder = out / FOLDER
    if not out.is_dir():
        raise InputError(str(out), "no such folder", "build a graph first: communique build INPUT -o OUT")
    if not (folder / "CURRENT").is_file():
        raise InputError(str(out), "holds no store", "build a graph first: communique build INPUT -o OUT")
    try:
        return pyoxigraph.Store.read_only(str(folder))
    except (OSError, RuntimeError, ValueError) as error:
        remedy = "build the graph again, and into a new folder"
        raise InputError(str(folder), f"the store cannot be opened ({error})", remedy) from error
