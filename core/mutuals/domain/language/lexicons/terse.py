"""The words of `language.terse`, without accents, as `fold` leaves them: English, and the commonest of four more languages.

One pattern a line. A post is one of them as a whole, between the words that may lead to it and those that may follow.
"""

LEAD = (
    r"(?:(?:yep|yes|yeah|yup|ya|oh|omg|ugh|argh|lol|haha|and|also|literally|absolutely|definitely|exactly|totally"
    r"|well|wow|sorry|sadly|unfortunately) )*"
)
TAIL = (
    r"(?: (?:again|today|too|now|guys|sadly|unfortunately|lol|smh|still|as well|all (?:day|week|morning)|every day))*"
    r"(?: (?:in|at|from|on|over in|near|with|for|since|up in|down in)(?: \w+){1,3})?"
)
_ME = r"(?:me|us|mine|ours|i|we|my \w+|our \w+)"
_TO_ME = rf"(?:to|with|for) (?:this|that|{_ME})"
_THING = r"(?:issues?|problems?|thing|story|boat|fault|experience|trouble|error|message|situation|deal|mess|results?)"
_IS_NOT = r"(?:isn't|doesn't|hasn't|didn't|wasn't|aren't|don't|haven't|won't|did not|is not|does not|has not)"

AGREES = rf"""
    same(?: here| {_THING}| exact {_THING}| (?:with|for|to|as|on) {_ME}| same)*
    (?:the )?(?:exact |very |exactly the )?same(?: {_THING})?(?: (?:happened|happening|is happening|here))?(?: {_TO_ME})?
    {_ME} (?:too|as well|also|neither|either)
    (?:ditto|snap|likewise|seconded|agreed?|i agree|relatable|facts|amen|preach|hear hear|truth)(?: {_TO_ME})?
    (?:so|too|very) true
    (?:so much |all of )?this(?: this)*
    exactly(?: this)?
    \^+(?: ?this)?
    (?:and|so)(?: (?:am|are|is|do|does|did|has|have|was|were))? {_ME}
    can confirm|confirmed
    (?:you|u)(?:'re|r| are|re)? not (?:alone|the only one)
    (?:it's )?not (?:just|only) (?:you|me|u)
    (?:i|we) (?:have|had|got|get|see|face|feel) (?:the )?same(?: {_THING})?
    (?:it )?(?:happened|happens|happening|did this|did that) (?:to|with) {_ME}
    (?:it's )?(?:down|out|off|dead|broken|gone|slow|happening|affected|waiting) (?:(?:over )?here|too|as well|also)
    (?:down |over |up )?here (?:too|as well|also)
    join the (?:club|queue|line)|welcome to the club|been there
    every (?:single )?time|always(?: the same)?|again(?: and again)?
    (?:one more|another one) here
    (?:\+ ?1|plus one)(?: here)?
    (?:bei )?(?:mir|uns) (?:auch|genauso|ebenso)|ich auch|hier (?:auch|genauso)|dito|genauso|geht mir (?:auch so|genauso)
    (?:a mi|a nosotros|yo) tambien(?: me pasa)?|igual(?: (?:aqui|yo))?|lo mismo(?: (?:aqui|me pasa))?|aqui (?:tambien|igual)
    moi aussi|nous aussi|(?:pareil|idem)(?: (?:ici|pour moi))?|meme (?:probleme|souci)(?: ici)?
    (?:eu|comigo|aqui|nos) tambem|mesma coisa(?: aqui)?|mesmo problema(?: aqui)?|o mesmo aqui|idem aqui
"""
DENIES = rf"""
    (?:nope|nah|no)(?: (?:it|this|that|they|you|u) {_IS_NOT})?
    (?:it|this|that|they|you|u) {_IS_NOT}
    (?:still )?not (?:for|with|on|at) {_ME}
    (?:still )?not (?:here|really|true|fixed|sorted|solved|resolved|yet|helpful|working|happening|mine|ours|good enough)
    (?:didn't|doesn't|did not|does not|hasn't) (?:help|work|fix it|solve it|change anything)
    no (?:luck|change|joy|difference)
    lies|false|wrong|untrue|nonsense|rubbish|bs|liars
    nein|immer noch nicht|stimmt nicht|tampoco|sigue igual
    pas du tout|toujours pas|nao (?:funcionou|resolveu)|continua igual
"""
