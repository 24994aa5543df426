"""Source -> Article: every stretch of the text gets a label; the text is never edited."""
