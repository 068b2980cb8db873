"""Column types and the declarative base every model shares.

No REAL columns: the journal keeps values as JSON, which floats do not survive.
Dates are ISO text because many are a month, a period or not yet decided.
"""

from typing import Annotated, Any

from sqlalchemy import ForeignKey, Integer, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column

from emgdesk.domain.keys import new_key

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

Key = Annotated[str, mapped_column(String(32), primary_key=True, default=new_key)]
Word = Annotated[str, mapped_column(Text, default="", server_default="")]
Number = Annotated[int, mapped_column(Integer, default=0, server_default="0")]


class Base(DeclarativeBase):
    """Root of all models; the journal watches every table here that does not opt out."""

    metadata = MetaData(naming_convention=NAMING)


def reference(column: str, *, optional: bool = False) -> Any:
    """A column holding the key of a row in another table; deleting that row is refused."""
    target = ForeignKey(column, ondelete="RESTRICT", onupdate="RESTRICT")
    return mapped_column(String(32), target, index=True, nullable=optional)
