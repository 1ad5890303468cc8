"""Citation styles, one module or package each: `reference(work, options) -> Text`."""
