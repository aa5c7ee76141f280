namespace RecurrentGpt.Tests.Memory.ShortTerm;

/// <summary>Memories by chance, always the same for the same seed: English with spaces or lines, Chinese and Japanese without, and two mixed.</summary>
internal sealed class RandomMemory(int seed)
{
    private static readonly string[] English =
    [
        "Mara keeps a glass orchard that hums.", "One tree is missing!", "The hole is dry and deeper than rope.", "Who swept the cellar steps?", "Mr. Vane has the whistle.",
        "“It stops,” he said.", "The boy will not say why.", "The gate closed by itself at dawn.", "She burned the letter unread.", "Two lamps are lit on the quay.",
        "The neighbour knows J. R. Hale.", "Nobody has slept.",
    ];

    private static readonly string[] Chinese =
    [
        "玛拉守着一片玻璃果园。", "果园夜里会嗡嗡作响。", "有一棵树不见了！", "地窖的台阶是谁扫的？", "男孩袖子上沾着面粉。", "“到此为止。”他说。", "门在黎明时自己关上了。", "她把信烧了，没有读。",
        "码头上亮着两盏灯。", "没有人知道哨声的事。", "绳子不够长。", "邻居听见了那个词。",
    ];

    private static readonly string[] Japanese =
    [
        "マレンは硝子の果樹園を守っている。", "「行こう。」と彼は言った。", "木が一本消えた！", "階段を掃いたのは誰だ？", "少年の袖に粉が付いている。", "手紙は読まずに焼かれた…。", "門は夜明けにひとりで閉まった。",
        "桟橋には灯が二つある。", "口笛のことは誰も知らない。", "縄は3.5尋しかない。", "『塩の塔』は海の底にある。", "隣人がその言葉を聞いた⁉",
    ];

    private readonly Random _chance = new(seed);

    /// <summary>The given memory and the written one, in one kind of text.</summary>
    public (string Sent, string Written) Pair()
    {
        var bank = (seed % 4) switch { 0 => English, 1 => Chinese, 2 => Japanese, _ => [.. English, .. Chinese] };
        var sent = Draw(bank, 2 + _chance.Next(7));
        var written = sent.Where(_ => _chance.Next(4) > 0).Select(sentence => _chance.Next(4) == 0 ? Reworded(sentence) : sentence).ToList();
        foreach (var sentence in Draw(bank, _chance.Next(3)).Where(sentence => !sent.Contains(sentence)))
        {
            written.Insert(_chance.Next(written.Count + 1), sentence);
        }

        return (Join(sent), Join(written));
    }

    /// <summary>A sentence of the author's own, put between two others or at an end.</summary>
    public static string OwnSentence => "Zounds, quoth Xavier.";

    public int Next(int below) => _chance.Next(below);

    private List<string> Draw(string[] bank, int count) => [.. _chance.GetItems(bank, count).Distinct()];

    private static string Reworded(string sentence) => char.IsAscii(sentence[0]) && sentence[^1] == '.' ? sentence[..^1] + " today." : sentence;

    private string Join(List<string> sentences)
    {
        var text = string.Concat(sentences.Select((sentence, at) => (at == 0 ? "" : Space(sentences[at - 1])) + sentence));
        return text;
    }

    private string Space(string before) => _chance.Next(6) == 0 ? "\n" : char.IsAscii(before[0]) || before[0] == '“' ? " " : "";
}
