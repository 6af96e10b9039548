"""The invented people of the demo. Nobody here exists; a likeness to a living account is chance."""

from dataclasses import dataclass

BRAND = (
    "puddlewick",
    "Puddlewick",
    "Rain jackets that get mended, not binned. Sewn in an (invented) town where it always drizzles.",
)
STAFF = (
    "nell_at_home",
    "Nell Ashdown",
    "Allotment, ukulele, two damp dogs. I work at Puddlewick; views are mine.",
)

# handle|name, one person a line. The first are the story's regulars, in this order:
# 8 loyal fans, 12 who are almost fans, 6 the brand follows already, 3 loud ones who do not follow, 2 spammers.
PEOPLE = """
wetfeetwafula|Wafula Barasa
ingrid_uteliv|Ingrid Solberg
rainy_day_mei|Mei-Ling Zhou
tomasz_trail|Tomasz Wieczorek
puddle_priya|Priya Raghunathan
carla_y_lluvia|Carla Echeverría
hamish_bog|Hamish McCorrie
soggy_saoirse|Saoirse Ní Bhriain
amara_hikes|Amara Nwosu
jonas_radelt|Jonas Brettschneider
lucie_pluie|Lucie Perrault
kenji_drizzle|Kenji Morinaga
thandi_walks|Thandiwe Dlamini
mateus_chuva|Mateus Carvalhal
fern_and_fog|Fern Wetherby
aroha_outdoors|Aroha Tūrangi
bogdan_bici|Bogdan Ionescu-Rădan
leila_commutes|Leila Farahmand
piet_polder|Piet van der Heuvelink
nomvula_rides|Nomvula Khumalo
clever_coats|Clever Coats Review
fell_joan|Joan Braithwaite
dunya_paints|Dunya Al-Sabbagh
thegreymarket|Greymarket Café
oskar_allvader|Oskar Lindqvist
tamsin_tides|Tamsin Penrose
loud_umbrella|Gregor Panhandle
sidewalk_sage|Renata Okonjo-Bell
weather_grump|Arthur Pimm
quickcoinz4u|QUICK COINZ
gift_drop_daily|Daily Gift Drop
abeni_ade|Abeni Adeyemi-Cole
adil_on_foot|Adil Rahmani
aiko_hoshi|Aiko Hoshizora
alba_mareas|Alba Quintanar
alastair_gow|Alastair Gowrie
ama_serwaa|Ama Serwaa Boateng
anders_kyst|Anders Kystholm
anouk_velo|Anouk Delacroix-Petit
arjun_k_bikes|Arjun Kulkarni
asel_in_almaty|Asel Nurmagambetova
astrid_fjell|Astrid Fjellheim
ayo_afterhours|Ayo Bamgbose
bea_loves_bread|Beatrix Holloway
beni_ve_deniz|Deniz Karaoğlan
bilal_photo|Bilal Qureshi
birgit_strick|Birgit Hasenkamp
bruna_no_sul|Bruna Zanotto
caio_pedala|Caio Figueirôa
camille_brume|Camille Roussel-Maret
cedric_lent|Cédric Valmont
chidi_reads|Chidi Obiora
chloe_fieldnote|Chloe Farthingale
ciaran_coast|Ciarán Ó Dálaigh
corinne_marche|Corinne Aubertin
dag_i_regn|Dag Myhrvold
dana_two_dogs|Dana Whitlock
daniela_rios|Daniela Ríos Palma
darya_v_gorod|Darya Velichko
delphine_b|Delphine Bastier
dilnoza_t|Dilnoza Tursunova
edda_wattwurm|Edda Feddersen
efua_mensima|Efua Mensima
elif_yagmur|Elif Yağmurcu
emeka_onthemove|Emeka Uzodinma
enrique_a_pie|Enrique Sotogrande
esme_in_the_wet|Esme Larkspur
farah_h_cycles|Farah Haddadine
felix_nieselt|Felix Tannhuber
fiona_of_mull|Fiona MacQuarrie
freya_tides|Freya Halvorsen
gabi_sem_guarda|Gabriela Moutinho
giulia_piove|Giulia Ventresca
gita_morning|Gita Subramaniam
goran_na_vodi|Goran Vukašin
greta_gummi|Greta Moosbrugger
hana_kralova|Hana Králíčková
hassan_by_bus|Hassan El Idrissi
heloisa_m|Heloísa Medronho
hye_jin_walks|Hye-jin Baek
ikram_b|Ikram Benslimane
ines_caracol|Inês Caracol
ishaan_d|Ishaan Deshpande
ivo_kestrel|Ivo Kestrelmann
jabu_sunrise|Jabulani Mthembu
jacinta_puddle|Jacinta Pudsey
jolanta_m|Jolanta Mirkiewicz
juma_outside|Juma Kiprotich
kaisa_sateessa|Kaisa Sadevirta
kalani_rain|Kalani Nakoa
karim_delivers|Karim Bouzidi
katrin_watt|Katrin Ebbesand
keiko_umi|Keiko Umihara
kofi_roams|Kofi Asante-Brew
lars_utepils|Lars Haugland
leticia_bici|Leticia Bermúdez Rey
linh_motorbike|Linh Trần Vũ
lorcan_bay|Lorcan Baywater
luz_de_abril|Luz Abril Montero
maeve_muddy|Maeve Muldowney
magda_na_rower|Magda Rowicka
malik_weekends|Malik Weatherspoon
manon_galoche|Manon Galocher
marisol_cruz_v|Marisol Vidal Cruz
mbali_n|Mbali Ngcobo
mikkel_regn|Mikkel Regnbæk
mina_takes_tea|Mina Ashworth-Rao
moana_swims|Moana Pukeko
nadia_umbrella|Nadia Schirmer
nikhil_wet_run|Nikhil Banerji
noor_in_delft|Noor Waterman
olu_the_postie|Olu Fashola
oriane_pluie|Oriane Lavergne
paola_ombrello|Paola Ombrelli
pavel_dest|Pavel Deštný
petra_regenlauf|Petra Regenwald
quynh_anh_sky|Quỳnh Anh Đỗ
rafa_sin_prisa|Rafael Aguado
rosa_boa_onda|Rosa Boanova
sunniva_dugg|Sunniva Duggfrisk
"""

BIOS = (
    "Walks to work, whatever falls.",
    "Two kids, one tandem, no car.",
    "Nurse. Tea. Hills when the rota allows.",
    "I repair bikes and other people's opinions of rain.",
    "Birds mostly.",
    "Teacher, tide-table reader, terrible swimmer.",
    "Siempre con botas.",
    "Radfahren bei jedem Wetter.",
    "Je marche, donc je suis mouillée.",
    "Chuva, café, bicicleta.",
    "Postal worker. I know every puddle by name.",
    "Sketchbook in a dry bag.",
    "Weekend allotment, weekday spreadsheets.",
    "Slow runner, fast lunch.",
    "",
)


@dataclass(frozen=True)
class Cast:
    """The ids of the story's people."""

    brand: str
    staff: str  # the private account of somebody of the brand's team
    fans: tuple[str, ...]  # loyal, follow the brand, not followed back
    near_fans: tuple[str, ...]  # one interaction short of it
    followed: tuple[str, ...]  # as loyal, and followed back already
    loud: tuple[str, ...]  # interact often and do not follow the brand
    spammers: tuple[str, ...]
    casual: tuple[str, ...]
    complainers: tuple[str, ...]  # of the last hours, not answered
    askers: tuple[str, ...]  # questions of the last hours, not answered
    wants_follow: str
    unanswered: tuple[str, ...]  # ids of the posts that wait for an answer
