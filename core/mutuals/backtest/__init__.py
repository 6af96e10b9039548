"""Report: what would we have been told, and how did we do?"""
