"""Who says a figure, construction by construction: sentences of our own, each with its speaker and side."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.claims import catalogue
from metrics.claims.trial import read

CATALOGUE = catalogue.load()
TUESDAY = date(2025, 6, 17)


@pytest.mark.parametrize(
    ("text", "low", "speaker", "side"),
    [
        # somebody unnamed leaves the figure to nobody, and takes it from whoever is named beside
        ("The Red Cross said its planes left Yemen, and sources said the Houthis would free 31 captives.", 31, None, None),
        (
            "In Nigeria, teachers of the school that Boko Haram raided said 90 pupils were gone, but the army said 40 were freed.",
            40,
            "army",
            "NG",
        ),
        ("A Taliban bomb killed nine civilians near Kabul, officials said.", 9, None, None),
        # what a body of the United Nations counts is nobody's side
        (
            "Russia's war goes on. The UN rights mission in Ukraine said 24 civilians were killed.",
            24,
            "UN rights mission in Ukraine",
            "third",
        ),
        ("The Houthis freed 60 prisoners in Yemen, ICRC spokeswoman Lena Brandt said.", 60, "Lena Brandt", "third"),
        (
            "The Syrian Observatory for Human Rights, a Norway-based monitor, said the war killed 18 people.",
            18,
            "Syrian Observatory for Human Rights",
            "third",
        ),
        ("Shelling by the RSF killed 14 people in Sudan, a Sudanese doctors' group said.", 14, "Sudanese doctors' group", "third"),
        # a ministry by what it is of, authorities by where they are
        (
            "Israel and Hamas fight on. Some 80 people were killed in Gaza on Monday, the ministry of health said.",
            80,
            "ministry of health",
            "PS",
        ),
        (
            "Authorities in Russia's southern Rostov region said two people were killed by Ukrainian drones.",
            2,
            "Authorities in Russia's southern Rostov region",
            "RU",
        ),
        (
            "Kyiv spoke of a swap. From Moscow, the Ministry of Defence said that 75 Russian soldiers were freed.",
            75,
            "Ministry of Defence",
            "RU",
        ),
        (
            "Taliban fighters attacked. Jan Agha, a doctor at a hospital in Kunduz, said nine Afghan soldiers were killed.",
            9,
            "Jan Agha",
            "AF",
        ),
        # the group, the statement: the body that spoke last
        (
            "Israel and Hezbollah traded fire. The Sudan Doctors Network spoke of a massacre. Hezbollah said it attacked. "
            "The group said 12 Israeli soldiers were killed.",
            12,
            "Hezbollah",
            "HEZBOLLAH",
        ),
        # behind a dash, behind the verb, before another's words
        (
            "Russia spoke of children. And 22 children were returned to Ukraine, it is the same there - added Medinsky.",
            22,
            "Vladimir Medinsky",
            "RU",
        ),
        (
            "Russia freed only 130 civilians, says Ukraine's Parliament Commissioner for Human Rights, Dmytro Lubinets.",
            130,
            "Dmytro Lubinets",
            "UA",
        ),
        (
            "The ELN freed seven hostages, the guerrillas and the government said, as Colombia's president weighs talks.",
            7,
            "National Liberation Army",
            "ELN",
        ),
        (
            "An official for Hamas, an armed group that has ruled Gaza for years, told reporters that Israel would free 30 prisoners.",
            30,
            "official for Hamas",
            "HAMAS",
        ),
        # quoted as saying
        ("Ukraine waits. Peskov was quoted as saying that Russia would free 50 prisoners of war.", 50, "Dmitry Peskov", "RU"),
        ("A news agency in Ukraine quoted Peskov as saying that Russia would free 50 prisoners of war.", 50, "Dmitry Peskov", "RU"),
        # who stands outside the quotation, before whom it cites
        (
            'Israel sent bodies to Gaza. "Medics have confirmed that the bodies of 15 Palestinians were returned," the Red Cross said.',
            15,
            "Red Cross",
            "third",
        ),
        # another person of the same surname
        ("A Taliban bomb went off. A council member, Gul Peskov, said 12 people were killed in Ghazni.", 12, "Gul Peskov", "AF"),
        # a time or a channel between subject and verb
        ("Hamas is at war. Israel on Monday said 31 militants were killed in Gaza.", 31, "Israel", "IL"),
        ("Russia attacked. Kyiv in a short statement said that Russia launched 44 drones.", 44, "Ukraine", "UA"),
        # who accuses says so; who concludes a round does not
        ("Congo's government accused M23 of killing 70 people in Goma.", 70, "Congo's government", "CD"),
        ("Russia and Ukraine on Tuesday concluded their fourth round of talks.", 4, None, None),
        # the person who closes a sentence, before the body that he cites
        (
            "The Congolese authorities confirmed that M23 had killed 80 people, said Jean Ilunga, spokesman for the government.",
            80,
            "Jean Ilunga",
            "CD",
        ),
        ("Shelling by M23 in Congo killed 18 people, according to a governor and a chaplain of the army.", 18, None, None),
        # a surname whose bearer was introduced without a word of his
        (
            "Charges against M23 were read by Congo government spokesman Jean Ilunga. Citing clinics, Ilunga said 90 people were killed.",
            90,
            "Jean Ilunga",
            "CD",
        ),
        # where somebody is based is not whose he is
        (
            "The Syrian Observatory for Human Rights said it knew. Some 58 were killed there, according to the Britain-based Observatory.",
            58,
            "Syrian Observatory for Human Rights",
            "third",
        ),
        ("Zelensky, speaking alongside Friedrich Merz, said Russia held 3,000 Ukrainian prisoners.", 3000, "Volodymyr Zelensky", "UA"),
        # of two who say it the first, named or not
        ("Drones killed 16 people in Ethiopia's Tigray, nurses and hospital officials told reporters on Tuesday.", 16, None, None),
        (
            "Israel struck Lebanon. The toll has risen to nine killed, the Lebanese Health Ministry and state-media said.",
            9,
            "Lebanon's Health Ministry",
            "LB",
        ),
        # somebody unnamed in a quotation is not who spoke before
        ('Tigray is at war with Ethiopia, AFP reported. "The drone killed 15 civilians," one aid worker said.', 15, None, None),
        ('The Taliban freed no one in Kabul, an envoy said. "They killed 15 civilians," the message said.', 15, None, None),
        # what a governor is of
        (
            "Russia struck. The governor of the northern region of Chernihiv said a missile killed three people.",
            3,
            "governor of the northern region of Chernihiv",
            "UA",
        ),
        (
            "Armenia and Azerbaijan fought. In a statement released today the Armenian army said 7 soldiers were killed.",
            7,
            "Armenian army",
            "AM",
        ),
        # an air force that counts what the other side launched
        ("Ukraine was attacked. Russia launched 61 drones overnight, the air force said.", 61, "air force", "UA"),
        # done, not said
        ("Serbs and Croats reneged on promises to free 70 captives in the war.", 70, None, None),
        # who holds another's words in one breath, who only claims a deed, whom an agency quotes
        (
            "Kenya fights al-Shabaab. A reporter, Adan Muli, said Garissa police had confirmed that 30 officers were killed.",
            30,
            "Adan Muli",
            None,
        ),
        ("Six officers were killed in Mogadishu, in an attack claimed by the Somali group Al Shabaab.", 6, None, None),
        (
            "India and Pakistan fight. Reuters quoted General Asif Mirza, a spokesman for Pakistan, as saying 9 soldiers were killed.",
            9,
            "Asif Mirza",
            None,
        ),
        ("Taliban gunmen attacked. Some 8 Afghan soldiers were killed, reports citing police sources said.", 8, None, None),
        # names that hold a place or initials; offices far from their bearer
        (
            "A bomb of al-Shabaab went off. Somali police spokesman Major Abdi Aden Warsame said 4 were killed.",
            4,
            "Abdi Aden Warsame",
            "SO",
        ),
        ("India fights Pakistan. Seven soldiers were killed, said the head of police, SP Rao.", 7, "SP Rao", None),
        (
            "Russia holds Donetsk. Denis Pushilin, leader of the region, known long before the war, said three were killed by Ukraine.",
            3,
            "Denis Pushilin",
            "DNR",
        ),
        # the group's spokesman, an armed group behind its country
        (
            "Somalia's militant group Al Shabaab said it fought. Speaking to Reuters the group's spokesman said they killed 25 soldiers.",
            25,
            "group's spokesman",
            "AL_SHABAAB",
        ),
        # the army said; army spokesman X said
        (
            "India and Pakistan fight. The Indian army said it lost men. A bomb killed two of them, army spokesman Ravi Menon said.",
            2,
            "Ravi Menon",
            "IN",
        ),
        # a paragraph without marks, up to the dash before who said it
        (
            "Umerov met the Russians.\n\nWe are going on. We freed 300 prisoners in the swap, and the next steps come - Umerov said.\n",
            300,
            "Rustem Umerov",
            "UA",
        ),
        ("Israel struck Iran's cities and killed 18 people, Iran's ambassador told the council.", 18, "Iran's ambassador", "IR"),
        # a comparison says nothing; a day between the verb and who announced it; the centre that spoke before
        ("Russia was hit. US officials say the raid hit 20 Russian warplanes, fewer than Zelensky claimed.", 20, "US officials", "third"),
        (
            "The ceasefire between Colombia and the ELN will last six months, announced this Monday (8) the Commissioner, Danilo Rueda.",
            180,
            "Danilo Rueda",
            "CO",
        ),
        (
            "Ukraine's Coordination Headquarters said Russia returned bodies. The centre said 390 bodies were returned from Donetsk.",
            390,
            "Coordination Headquarters for the Treatment of Prisoners of War",
            "UA",
        ),
        (
            "Israel fights Hamas. The Associated Press reports that Israeli strikes killed at least 17 in Gaza.",
            17,
            "Associated Press",
            "third",
        ),
        # the clause that finds, two heads of teams, the second of two who is heard again
        (
            "Israel and Hamas fight. The UN dismissed staff of UNRWA after an inquiry found that 1,150 people were killed in the raid.",
            1150,
            None,
            None,
        ),
        (
            "Rustem Umerov and Vladimir Medinsky, the heads of the teams at the talks, announced an exchange of 900 prisoners.",
            900,
            "Rustem Umerov",
            "UA",
        ),
        (
            "Hamas freed Thais, Israel said. Thai Prime Minister Srettha Thavisin and Thailand's Foreign Ministry said so. "
            "The ministry says 38 Thais were killed.",
            38,
            "Thailand's Foreign Ministry",
            "third",
        ),
        # a clause of time ends with its comma; a statement is its country's; an outlet only passes it on
        ("One day after the Taliban announced its withdrawal from talks, Kabul released 110 prisoners.", 110, None, None),
        ("Hamas and Israel wait. A Qatari statement said Hamas would free 3 hostages.", 3, "Qatar", "third"),
        (
            'Hamas freed captives of Israel. "They include 14 freed Thais," said Qatari spokesman Majed al-Ansari as quoted by Al Arabiya.',
            14,
            "Majed al-Ansari",
            "third",
        ),
        # adverbs between, officials before a colon, an official described behind his office, a ministry's statement
        ("India struck Pakistan. Islamabad further claimed it shot down 6 Indian aircraft.", 6, "Pakistan", "PK"),
        ("Nigerian officials: Boko Haram frees 70 schoolgirls", 70, "Nigerian officials", "NG"),
        (
            "Hamas and Israel wait. A Palestinian official involved in the talks said Hamas would free 9 hostages.",
            9,
            "Palestinian official",
            "PS",
        ),
        ("The junta of Myanmar is at war. Myanmar's junta said it would release 2,900 prisoners.", 2900, "Myanmar's junta", "MM"),
        # one of whom we know no name says what a body confirmed; whose offer is only judged
        ("Russia took children. At the forum, she said Ukraine confirmed that 19,000 children were deported.", 19_000, None, None),
        ("Andriy Sybiha condemned Putin's one-day ceasefire offer as too short for Ukraine.", 1, None, "RU"),
        # reports that are a noun, a body where it works, a truce that somebody announced, a body that cites a number
        ("Hamas freed 11 Israelis held since the raid, according to officials and media reports.", 11, None, None),
        (
            "Rebels fight on. The International Committee of the Red Cross in Colombia reported the release of 3 hostages by the ELN.",
            3,
            "International Committee of the Red Cross",
            "third",
        ),
        (
            "Zelensky said fighting went on in Kursk despite a 30-hour Easter ceasefire announced by Vladimir Putin.",
            1.25,
            "Vladimir Putin",
            "RU",
        ),
        (
            "The RSF took a city in Sudan: monitors spoke of murder, the WHO cited more than 450 killed.",
            450,
            "World Health Organization",
            "third",
        ),
        # letters in brackets behind a name; fears that are a noun
        (
            "The Ukrainian Air Force (UAF) spoke of drones. The UAF added that Russia fired 6 missiles at Kharkiv.",
            6,
            "Ukrainian Air Force",
            "UA",
        ),
        ("Russia has massed 110,000 troops at Ukraine's border, prompting Western fears of a war.", 110_000, None, None),
        # who speaks for the United Nations stands on no side; what somebody claims responsibility for; an office and its bearer
        (
            "The conflict has killed 41,000 people and left many homeless, according to the World Food Programme.",
            41_000,
            "World Food Programme",
            "third",
        ),
        (
            "In Bosnia, the head of the Red Cross mission, Karl Meister, today said the Bosnian Serbs still held 33 prisoners of war.",
            33,
            "Karl Meister",
            "third",
        ),
        # whose list and whose demand it is
        ("Russia took children. Through Qatari mediators, Ukraine submitted a list of 520 children whom it wants back.", 520, None, "UA"),
        ("The Taliban insist that Kabul must release 700 of its members.", 700, None, "TALIBAN"),
    ],
)
def test_who_says_it(text: str, low: float, speaker: str | None, side: str | None) -> None:
    found = next(claim for claim in read(text, CATALOGUE, TUESDAY) if claim.low == low)
    assert (found.speaker, found.speaker_side) == (speaker, side)
