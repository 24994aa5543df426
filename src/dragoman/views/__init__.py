"""Rows to show: records in, rows out, pure; every door renders them and computes nothing."""
