"""Output formats, one module each: `listing(groups) -> str`."""
