"""Words that tell what somebody does and are no names: "Director", "Conseillère", "Jefe"."""

from emgdesk.domain.folding import words

_FUNCTIONS = frozenset(
    (
        "director directors directora directeur directrice chief head officer minister ministre ministro "
        "ministra adviser advisor advisers conseiller conseillere asesor asesora consejero consejera "
        "coordinator coordinateur coordinatrice coordonnateur coordonnatrice coordinador coordinadora "
        "manager gerente gestionnaire secretary secretaire secretario secretaria professor professeur "
        "professeure profesor profesora lecturer counsellor counselor attache agregado agregada chargee "
        "specialist specialiste especialista analyst analyste analista assistant assistante asistente "
        "associate consultant consultante consultor consultora expert experte experto experta president "
        "presidente presidenta chairperson chairman chairwoman deputy ambassador ambassadeur ambassadrice "
        "embajador embajadora representative representant representante delegate delegue deleguee delegado "
        "delegada researcher chercheur chercheuse investigador investigadora intern stagiaire engineer "
        "ingenieur ingeniero ingeniera economist economiste economista commissioner administrator "
        "administrateur administratrice administrador administradora scientist directorate jefe jefa "
        "encargado encargada responsable funcionario funcionaria oficial fonctionnaire direktor direktorin "
        "leiter leiterin referent referentin"
    ).split()
)


def is_function(text: str) -> bool:
    """Whether a text holds the word for a function: "Deputy Director", "Jefa de unidad"."""
    return not _FUNCTIONS.isdisjoint(words(text))
