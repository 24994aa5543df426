"""What was said, done, wanted and counted. Each extractor proposes, decides and explains."""
