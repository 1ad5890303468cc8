"""The store's notation: bytes, entries and what they mean."""
