"""Texts that tokenizers disagree on, for make_tokenizer_fixtures.py. Written for this repository."""

# One sentence or list of words per script; the sense is mostly "the farmer has three red apples and
# counts them again tomorrow".
SENTENCES = [
    "The farmer's got three red apples; she'll count them again tomorrow, won't she? They're hers.",
    "SHE'S SURE THEY'LL SAY I'M LATE, WE'VE ALL BEEN; HE'D KNOW IT'S 1,234,567.89 OR 3.14e-10.",
    "Le fermier a trois pommes rouges; il les recomptera demain, à l'aube, où qu'il soit. Ça va ? Né à Noël.",
    "Der Bauer zählt übermorgen drei größere Äpfel. Straße, GROẞE STRASSE, Fußgängerübergänge.",
    "Çiftçinin üç kırmızı elması var; İstanbul'da ılık bir gün, IĞDIR'da değil. Iİıi.",
    "Người nông dân có ba quả táo đỏ và ngày mai đếm lại. Tiếng Việt có nhiều dấu: ế ộ ữ ằ.",
    "Rolnik ma trzy czerwone jabłka; jutro policzy je ponownie. Źdźbło, żółć, gęślą jaźń.",
    "Bóndinn á þrjú rauð epli og telur þau aftur á morgun. Ðað er ágætt.",
    "Ο αγρότης έχει τρία κόκκινα μήλα και τα μετράει ξανά αύριο. ΌΧΙ ΣΉΜΕΡΑ. Ἐν ἀρχῇ ἦν ὁ λόγος.",
    "У фермера три красных яблока, и завтра он пересчитает их снова. Ёжик, подъезд, ЩУКА.",
    "У фермера є три червоні яблука, і завтра він їх перелічить. Ґанок, їжак, під'їзд.",
    "Ֆերմերն ունի երեք կարմիր խնձոր և վաղը նորից կհաշվի դրանք։",
    "ფერმერს სამი წითელი ვაშლი აქვს და ხვალ ისევ დათვლის. ᲛᲗᲐᲕᲠᲣᲚᲘ.",
    "לחקלאי יש שלושה תפוחים אדומים, ומחר הוא יספור אותם שוב. שָׁלוֹם עֲלֵיכֶם.",
    "لدى المزارع ثلاث تفاحات حمراء، وسيعدّها غدًا مرة أخرى. ٣٫١٤ و١٢٣٤٥. مُحَمَّد",
    "کشاورز سه سیب سرخ دارد و فردا دوباره آن‌ها را می‌شمارد. ۱۲۳۴۵۶۷",
    "کسان کے پاس تین سرخ سیب ہیں اور وہ کل پھر گنے گا۔",
    "किसान के पास तीन लाल सेब हैं और वह कल फिर गिनेगा। क्षेत्र, ज़रा, फ़ारसी, १२३४५।",
    "কৃষকের তিনটি লাল আপেল আছে এবং সে কাল আবার গুনবে। ড়াঢ়া য়ে ১২৩৪।",
    "ਕਿਸਾਨ ਕੋਲ ਤਿੰਨ ਲਾਲ ਸੇਬ ਹਨ ਅਤੇ ਉਹ ਕੱਲ੍ਹ ਫਿਰ ਗਿਣੇਗਾ।",
    "ખેડૂત પાસે ત્રણ લાલ સફરજન છે અને તે કાલે ફરી ગણશે.",
    "விவசாயியிடம் மூன்று சிவப்பு ஆப்பிள்கள் உள்ளன; நாளை மீண்டும் எண்ணுவார். கொடு, கோடு, கௌ.",
    "రైతు దగ్గర మూడు ఎర్ర ఆపిల్స్ ఉన్నాయి, రేపు మళ్ళీ లెక్కిస్తాడు.",
    "ರೈತನ ಬಳಿ ಮೂರು ಕೆಂಪು ಸೇಬುಗಳಿವೆ, ನಾಳೆ ಮತ್ತೆ ಎಣಿಸುತ್ತಾನೆ.",
    "കർഷകന് മൂന്ന് ചുവന്ന ആപ്പിളുകൾ ഉണ്ട്; നാളെ വീണ്ടും എണ്ണും.",
    "ගොවියාට රතු ඇපල් තුනක් ඇත, ඔහු හෙට නැවත ගණන් කරයි.",
    "ชาวนามีแอปเปิลแดงสามผลและจะนับใหม่พรุ่งนี้ ๑๒๓๔๕",
    "ຊາວນາມີໝາກແອັບເປິ້ນແດງສາມໜ່ວຍ ແລະຈະນັບໃໝ່ມື້ອື່ນ.",
    "ཞིང་པར་ཀུ་ཤུ་དམར་པོ་གསུམ་ཡོད། སང་ཉིན་ཡང་བསྐྱར་རྩི་གི་རེད།",
    "လယ်သမားမှာ ပန်းသီးနီ သုံးလုံးရှိပြီး မနက်ဖြန် ပြန်ရေမည်။ ၁၂၃",
    "កសិករមានផ្លែប៉ោមក្រហមបី ហើយនឹងរាប់ម្តងទៀតនៅថ្ងៃស្អែក។",
    "ገበሬው ሦስት ቀይ ፖም አለው፤ ነገ እንደገና ይቆጥራል። ፩፪፫",
    "ᎠᏯ ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ᏦᎢ ᏒᎦᏔ.",
    "ᐃᓄᒃᑎᑐᑦ ᐱᖓᓱᑦ ᐊᐅᐸᖅᑐᑦ.",
    "Тариачин гурван улаан алимтай. ᠲᠠᠷᠢᠶᠠᠴᠢᠨ ᠭᠤᠷᠪᠠᠨ ᠤᠯᠠᠭᠠᠨ ᠠᠯᠢᠮᠠ᠃",
    "농부는 빨간 사과 세 개를 가지고 있고 내일 다시 셀 것이다. ㄱㄴㄷ 뷁.",
    "農家は赤いりんごを三つ持っていて、明日また数えます。カタカナ、ﾊﾝｶｸ、①②③、㌔。",
    "农夫有三个红苹果，明天他会再数一遍。「引用」《书名》——一二三，１２３４。",
    "農夫有三個紅蘋果，明天他會再數一遍。𠮷野家的𪚥與𰻞。",
    "ꆀꌠꀀꋊ ꌕꃀ. ߒߞߏ ߁߂߃. ⵜⵉⴼⵉⵏⴰⵖ ⴽⵕⴰⴹ. ⲟⲩⲣⲱⲙⲓ. 𐌲𐌿𐍄𐌹𐍃𐌺. ᚠᚢᚦᚨᚱᚲ.",
    "𞤀𞤣𞤤𞤢𞤥 𞥑𞥒. ꦗꦮ ꧑꧒. ᬩᬮᬶ ᭑. 𒀀𒁀𒐕. 𓀀𓂀𓃀. 𝔘𝕟𝓲𝑐𝘰𝙙𝚎 𝟘𝟙𝟚𝟛. 𐄇𐄈. ⅧⅨↂ ½⅓¾ ²³¹ ₀₁.",
    "∀x∈ℝ: ⌈x⌉ = −⌊−x⌋, α∧¬β = ¬(¬α∨β), 2H₂ + O₂ ⇌ 2H₂O, R = 4.7 kΩ ± 5 ‰, 10 µm ≤ Å.",
]

# Emoji with skin tones, joiners, flags, keycaps, tags; text and emoji presentation.
EMOJI = [
    "😀🤣🥲🫠", "👍🏻👍🏽👍🏿 👩🏾‍🚀", "👨‍👩‍👧‍👦 🏳️‍🌈 🏴‍☠️ ❤️‍🔥", "🇩🇪🇯🇵🇺🇦 🇽🇽 🇦", "1️⃣ #️⃣ ☎︎ ☎️",
    "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", "🧑🏻‍❤️‍💋‍🧑🏿",
]

# Unnormalised forms, marks without a letter, stacked and reordered marks, Hangul in parts.
MARKS = [
    "e\u0301 é e\u0301\u0323 e\u0323\u0301 \u1ebf e\u0302\u0301 \u1ec7\u0301", "\u0301a \u0308\u0301 x\u0327\u0334",
    "\u212b \u212a \u2126 \u0374 \u037e \u0387 \u1fef", "\u1100\u1161\u11a8 \uac00\u11a8 \u1100\u1161 \uac01\u11a8 \u1161\u11a8",
    "\u0958 \u0929 \u0928\u093c \u09cb \u09c7\u09be \u0b94 \u0b92\u0bd7", "\ufb1d \ufb2a \u05e9\u05bc\u05c1",
    "\u0f43 \u0f42\u0fb7 \u0f71\u0f72\u0f74", "\u1e9b\u0323 \u0344 \u0343 \u0340", "\U0001d15e \U000110ab \U00011099\U000110ba",
    "Z\u0351\u036b\u0343\u036a\u0302a\u0316\u0317\u0301l\u0315\u0358g\u0322o",
    # Marks, letters, digits and compositions younger than some versions of Unicode.
    "\u0897\u0301 \u1ac1\u0327 \U00010efd\u0327 \U00011938 \U00011935\U00011930 \U000105d2\u0307 \U000113c5\U000113c2",
    "\ua7d2\ua7d4a \U00010940\U00010941 \U00011de0\U00011de1 1\U00016ff4 \U000323b0\U00033479",
]

# White space of every kind, line ends of every kind.
SPACES = [
    "a b  c   d    e     f", "\tindented\t\twith\ttabs \t mixed", "CRLF line\r\nnext\r\n\r\nafter\n\nLF\n\n\nthree\rCR",
    "   leading and trailing   ", "\u00a0nbsp\u00a0\u00a0two \u2003em\u2009thin\u200azw\u200bsp\u3000ideographic\u1680ogham",
    "nel\u0085ls\u2028ps\u2029vt\x0bff\x0cend", " \n \n\n x\n  y \r\n z", "x \n", "x\n ", " \t\n\r ", "\u180e\u2060\ufeffbom",
]

# Control characters, specials that are none, private use, noncharacters, unassigned code points.
ODD = [
    "nul\x00bel\x07esc\x1b[31mdel\x7f\x80\x9f", "\ue000\uf8ff\U000f0000\U0010fffd", "\ufffd\ufffe\uffff\U0001ffff",
    "\u0378\u0530\u2fe0\U0001f8ff\U000e0080", "\u202eright to left\u202c \u200e\u200f\u2066x\u2069", "soft\u00adhyphen\u200cnon\u200djoiner",
    "<| endoftext |> <|endoftext <|im_start|", "Ġ Ċ ĉ č Â Ã the Ġthe", "'ſ 'S 'Re 'lL 'VE' ''s '’s ‘t",
]

NUMBERS = [
    "0 00 000 0000 00000 1234567890 12345678901234567890123456789012345678901234567890",
    "3.14159 1,000,000 0x1F 1e-5 -7 +8 10% $5 7/8 1st 2nd a1b22c333d4444", "x" + "9" * 400 + "y", "١٢٣٤ १२३४ ๑๒๓๔ １２３４ 𝟏𝟐𝟑𝟒 ⅷ㊿½",
]

# Text that only looks like added tokens, and added tokens in awkward places.
ADDED = [
    "<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\nHi<|eot_id|>",
    "<|im_start|>user\nHow many?<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\nSix.<|im_end|>\n",
    "a<think>b</think>c <tool_call> {\"name\": \"f\"} </tool_call>", "<|endoftext|><|endoftext|>  <|endoftext|>",
    "x<mask> y <mask>z  <mask>  <mask>\n<mask>", "left <lstrip>right <rstrip> both <strip> end\t<strip>\n", "<rstrip>   <lstrip>",
    "word wordy sword word. (word) word_ éword word\u0301 wórd", "Café cafe\u0301 CAFE\u0301 café.", "naive\u0308 na\u00efve <e\u0301> <é>",
    "<strip><strip> <rstrip>word word<lstrip> <rstrip>\u3000word", "wordword word word\u00a0word",
    "\u0663word \u0663 word\u094d x\u200dword word\u200c \u0301word (word) \u203fword \U0001f1e6word \u24b6word",
]

CASES = SENTENCES + EMOJI + MARKS + SPACES + ODD + NUMBERS + ADDED + [
    "", " ", "  ", "a", "\n", "\r\n", "'", "'s", " 's", "''", "é", "\u0301", "\x00", "\U0010ffff", "a" * 300, " " * 300,
    "\n" * 100, "ab" * 200, "=" * 128, "-" * 77 + "\n", "aaaa bbbb" * 20, "\u00e9" * 120, "漢字" * 60, "🙂" * 50,
]

# Pieces that the fuzzed strings are put together from.
FRAGMENTS = (
    list("abcdefgstmdrvlABSTz0123456789.,;:!?-_()[]{}<>|/\\\"'`~@#$%^&*+=") + [" "] * 12 + ["  ", "   ", "\n", "\n\n", "\r\n", "\r", "\t"]
    + ["'s", "'S", "'t", "'re", "'VE", "'ll", "'ſ", "the", " the", "ing", "tion", " of", " and", "Farmer", "count", "self.", "let ", "return"]
    + ["é", "e\u0301", "\u0301", "\u0327", "\u0323", "ñ", "ß", "ſ", "Ω", "\u2126", "\u212b", "ж", "я", "א", "ש\u05bc", "ع", "ّ", "क", "ि", "्", "\u0929"]
    + ["ก", "ั", "한", "\u1112", "\u1161", "\u11ab", "가", "\u11a8", "漢", "字", "の", "ア", "１", "٣", "३", "½", "Ⅷ", "²"]
    + ["🙂", "👍🏽", "\u200d", "\ufe0f", "🇩", "🇪", "\U00020bb7", "\U0001d7d8", "\ue000", "\u0378", "\x00", "\x1b", "\u00a0", "\u3000", "\u2028", "\u0085"]
    + ["\u0897", "\U00011de0", "\ua7d2", "\U000105d2", "\u0307", "\u1ac1"]
    + ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|begin_of_text|>", "<|eot_id|>", "<think>", "</think>", "<tool_call>"]
    + ["<mask>", "<lstrip>", "<rstrip>", "<strip>", "word", "café", "cafe\u0301", "<é>", "<e\u0301>", "<|", "|>", "<th", "ink>"]
)
