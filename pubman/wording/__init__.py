"""English as reference lists write it: case, abbreviations, ordinals, places."""
