"""The bench: scores and speed."""
