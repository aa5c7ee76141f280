namespace RecurrentGpt.Offline.Chinese;

/// <summary>What the Chinese sample writer has for writing a passage again.</summary>
internal static class ChinesePassages
{
    internal static readonly PassageBank Bank = new()
    {
        Join = "",
        Stop = "。",
        Comma = "，",
        Fillers = ["非常", "十分", "忽然", "突然", "慢慢地", "慢慢", "轻轻地", "轻轻", "终于", "仿佛", "似乎", "好像", "一下子", "其实", "还是", "已经", "仍然", "了"],
        Swaps =
        [
            ("看着", "望着"), ("看见", "瞧见"), ("走", "迈步"), ("站", "立"), ("说", "道"), ("门", "门扇"), ("手", "手掌"), ("灯", "灯火"), ("夜", "夜色"), ("水", "潮水"),
            ("没有", "不曾有"), ("她", "那女子"), ("他", "那人"), ("的", "之"),
        ],
        Least = ("它", "这"),
        AskedShorter = ["紧", "短", "精简", "简短", "删", "压缩", "tight", "short", "cut", "trim"],
        Additions =
        [
            (["阴", "可怕", "危险", "威胁", "紧张", "恐", "menac", "dark", "threat"],
                ["墙后有人屏住了呼吸", "好像这地方早就得了吩咐", "暗处听着的东西并没有走开", "而门闩是从另一边扣上的"]),
            (["慢", "舒缓", "从容", "slow", "linger"],
                ["好一会儿只听得见这一点声响", "一件接着一件，谁也不催", "光还在地上一寸一寸地移", "这一刻过得很长"]),
            (["朴素", "平实", "直白", "简单", "plain", "simple"],
                ["就是这样", "再没有别的", "事情就是如此", "谁都看得出来"]),
            ([],
                ["和先前已不是一回事", "至少从那里看去是这样", "两个人都没有再提", "后来人们就是这样讲的"]),
        ],
    };
}
