"""Makes plans one after the other, or in several processes, always in the order of the schools."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from advisor.batch.making import Made, Wanted, make
from advisor.batch.schools import School
from advisor.model.knowledge import Knowledge

if TYPE_CHECKING:
    from concurrent.futures import Future

Load = Callable[[], Knowledge]
_AHEAD = 4
"""The schools that wait for each process: enough to keep it busy, and no more than that."""


def make_each(
    schools: Iterable[School], knowledge: Knowledge, wanted: Wanted, jobs: int, load: Load
) -> Iterator[Made]:
    """What came of each school; `load` reads the knowledge in a process of its own.

    Raises:
        UsageError: nothing more can be written.
    """
    if jobs == 1:
        return (make(school, knowledge, wanted) for school in schools)
    return _in_processes(schools, wanted, jobs, load)


def _in_processes(
    schools: Iterable[School], wanted: Wanted, jobs: int, load: Load
) -> Iterator[Made]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # The same on every machine: a process starts empty, and reads the knowledge itself.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start, (load, wanted))
    under_way: deque[Future[Made]] = deque()
    try:
        for school in schools:
            if len(under_way) >= _AHEAD * jobs:
                yield under_way.popleft().result()
            under_way.append(pool.submit(_make, school))
        while under_way:
            yield under_way.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


_HERE: dict[str, tuple[Knowledge, Wanted]] = {}
"""What a process keeps between two schools."""


def _start(load: Load, wanted: Wanted) -> None:
    # Ctrl-C goes to the parent, which lets the plans that are being written be finished.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _HERE["now"] = (load(), wanted)


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for work for ever."""
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _make(school: School) -> Made:
    return make(school, *_HERE["now"])
