"""The services' notations, one module each: `request(query)` says what to ask, `parse(body)` reads the answer."""
