"""Who, when and where: names, references, times and places of an article."""
