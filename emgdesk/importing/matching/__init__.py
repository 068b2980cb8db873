"""Who the people of a file are: surely, possibly, nobody known; the same for entities.

`finding` asks of each row, in this order: `rows_alike`, whether another row of the file is the same
person (guards against one person made twice of one file); `exact`, whether somebody bears exactly this
name (guards against taking a namesake for the one meant); `surely`, whether somebody bears a name
so alike that it is the same one written otherwise (guards against a second person made of a slip);
`likely`, who is worth a question (guards against both: nothing alike is decided without somebody).
`evidence` weighs address, entity, title and country for all of them, `commonness` how rare a name is.
"""
