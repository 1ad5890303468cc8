"""Lint rules, one module each: `check(entries) -> Iterator[Problem]`."""
