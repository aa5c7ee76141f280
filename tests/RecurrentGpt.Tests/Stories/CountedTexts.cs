namespace RecurrentGpt.Tests.Stories;

/// <summary>Texts whose sentences and words were counted by hand, each with its sentences, a bar between two.</summary>
internal static class CountedTexts
{
    internal static IEnumerable<(string Sentences, int Words)> All => [.. English, .. European, .. Chinese, .. Japanese, .. Others];

    private static IEnumerable<(string Sentences, int Words)> English =>
    [
        ("The hum moved in.", 4),
        ("One.|Two!|Three?", 3),
        ("“You took your time,” he said.|“Yes.”|She sat.", 9),
        ("“Why?” he asked.|Nobody knew.", 5),
        ("“Stop!” she cried, and ran.", 5),
        ("'Why?' he asked.", 3),
        ("Mr. Vane met J. R. Hale.|They spoke.", 8),
        ("It cost 3.50 marks.|He paid.", 7),
        ("She waited…|Nothing came.", 4),
        ("She waited… and went.", 4),
        ("Wait... what?", 2),
        ("He left at 5 p.m. and slept.|Then he woke.", 11),
        ("What?!|No.", 2),
        ("(He left.)|She stayed.", 4),
        ("*Go!* he thought.|She went.", 5),
        ("1. She left.\n|2. He stayed.", 6),
        ("No stop at the end", 5),
        ("First line\n|Second line", 4),
        ("She stopped – and then?|Nothing.", 5),
        ("Read www.example.org.|Then go.", 6),
        ("Great 😀!|Next.", 2),
        ("I love it ❤️.|Do you?", 5),
        ("He said 你好 twice.", 5),
    ];

    private static IEnumerable<(string Sentences, int Words)> European =>
    [
        ("« Pourquoi ? » demanda-t-il.|Elle se tut.", 5),
        ("« Non. »|Elle sortit.", 3),
        ("Mme. Renard attend.|Il pleut !|Qui est là ?", 8),
        ("Il dit : « Viens ! » et partit.", 5),
        ("„Warum?“ fragte er.|Sie schwieg.", 5),
        ("»Warum?« fragte er.|Sie schwieg.", 5),
        ("„Er ging.|Sie kam.“|Dann war es still.", 8),
        ("«Почему?» — спросил он.|Она молчала.", 5),
        ("— Почему? — спросил он.|Она молчала.", 5),
        ("А. С. Пушкин жил здесь.|Давно.", 6),
        ("Он ждал… и ушёл.|Всё.", 5),
        ("¿Quién es?|¡Nadie!", 3),
    ];

    private static IEnumerable<(string Sentences, int Words)> Chinese =>
    [
        ("玛拉打开了门。|风进来了！|谁在那里？", 14),
        ("什么？！|没有人。", 5),
        ("“走吧。”|她说。", 4),
        ("他说：“走吧。”|她没有动。", 8),
        ("他说“走吧。”，她没有动。", 8),
        ("“走吧。”的声音还在。|她听着。", 10),
        ("她走了。|“等等。”|他喊。", 7),
        ("她走了。|\"等等。\"|他喊。", 7),
        ("他……走了。|她等着。", 6),
        ("我等了很久……没有人来。", 9),
        ("我等了很久……\n|没有人来……", 9),
        ("她等着……？|没有。", 5),
        ("（她走了。）|灯还亮着。", 7),
        ("《灯塔》里没有人。|门开着。", 9),
        ("一米3.5块。|他付了钱。", 9),
        ("一米３．５块。|他付了钱。", 9),
        ("他走了.|风停了.|谁?", 7),
        ("他走了.|“你好.”|她说", 7),
        ("1.她走了。\n|2.他留下。", 8),
        ("1、她走了。|2、他留下。", 8),
        ("玛拉、托宾、苏禾都在。", 8),
        ("灯灭了；门开着，没有人。", 9),
        ("她叫Mara。|他叫Tobin Reed。", 7),
        ("二〇二六年。|她走了。", 8),
        ("她走了。　|灯灭了。", 6),
        ("她走了。\r\n|灯灭了", 6),
        ("**走吧。**|她说。", 4),
        ("她走了。|**等等。**|他喊。", 7),
        ("𠮷野走了。|灯灭了。", 7),
        ("没有句号", 4),
        ("。。。|", 0),
    ];

    private static IEnumerable<(string Sentences, int Words)> Japanese =>
    [
        ("「行こう。」|彼は言った。", 8),
        ("「行こう。」と彼は言った。|彼女は黙った。", 15),
        ("「行こう」と彼は言った。|彼女は黙った。", 15),
        ("「まさか！？」って叫んだ。", 8),
        ("「もう遅い。」などと言う。", 9),
        ("「うん。」|とにかく、待った。", 9),
        ("「うん。」、「いや。」が続く。", 7),
        ("でも……彼は待った。|雨だ。", 9),
        ("「でも……」|彼は黙った。", 7),
        ("灯が消えた…。|誰もいない。", 10),
        ("『灯台。』を読んだ。", 6),
        ("ジョン・スミスが来た。|マレンは待つ。", 15),
        ("彼女は待った｡|灯が消えた｡", 11),
        ("ﾏﾚﾝが来た。", 6),
        ("人々は黙った！|なぜ？", 8),
        ("風速は3.5メートル。|強い。", 11),
        ("風である．|次に雨が降る．", 10),
        ("彼は行った。 |彼女は残った。", 11),
        ("彼は言った、「行くな」。", 8),
        ("えっ⁉|まさか‼", 5),
    ];

    private static IEnumerable<(string Sentences, int Words)> Others =>
    [
        ("그는 문을 열었다.|바람이 들어왔다!|누구세요?", 6),
        ("“가자.”라고 그가 말했다.|그녀는 남았다.", 6),
        ("“가자.”|그가 말했다.", 3),
        ("ذهبت مارا.|لماذا؟|لا أحد يعرف.", 6),
        ("वह चली गई।|कौन है?", 5),
        ("ฉันไปโรงเรียน แล้วกลับบ้าน", 6),
        ("Դու ո՞վ ես։|Ոչ ոք։", 6),
    ];
}
