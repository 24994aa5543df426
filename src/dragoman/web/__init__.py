"""The page: a ledger in, HTML, JSON, CSV, iCalendar and GeoJSON out. It parses requests, asks views and renders.

`application(path)` is an ASGI application. Starlette, Jinja2 and uvicorn are imported in this room alone.
"""
