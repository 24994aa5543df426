"""Generators and checks a person can run alone."""
