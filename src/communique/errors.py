"""What can go wrong, said so that the reader knows where and what to do."""

from __future__ import annotations


class CommuniqueError(Exception):
    """An error that a user can act on; its message is one sentence for people."""


class InputError(CommuniqueError):
    """A document or file that cannot be read. `where` names it, `remedy` says what to do."""

    def __init__(self, where: str, problem: str, remedy: str = "") -> None:
        self.where, self.problem, self.remedy = where, problem, remedy
        super().__init__(f"{where}: {problem}" + (f"; {remedy}" if remedy else ""))


class DataError(CommuniqueError):
    """A row of the package's own data (lexicon, schema, knowledge) that breaks its rules."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        self.file, self.line, self.problem = file, line, problem
        super().__init__(f"{file}:{line}: {problem}")

    def __reduce__(self) -> tuple[type[DataError], tuple[str, int, str]]:
        """Lets it cross from a worker process (exceptions are rebuilt from their message otherwise)."""
        return type(self), (self.file, self.line, self.problem)
