"""What marks a file as a desk, and which schema it has."""

from sqlalchemy import Connection

HEAD = "0004"  # newest migration; a test holds it against the migrations folder
APPLICATION = 0x454D4744  # "EMGD": tells a desk from any other SQLite file


def stamp_application(connection: Connection) -> None:
    """Mark the file as a desk of emgdesk."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
