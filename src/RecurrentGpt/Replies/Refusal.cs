namespace RecurrentGpt.Replies;

/// <summary>Whether a text declines to write.</summary>
internal static class Refusal
{
    private const int Longest = 700;

    private static readonly string[] Beginnings =
    [
        "i'm sorry", "i am sorry", "sorry", "i apologize", "i can't", "i cannot", "i can not", "i'm unable", "i am unable", "i'm not able", "i am not able", "i won't", "i will not",
        "i must decline", "i have to decline", "as an ai", "unfortunately", "i'm really sorry", "i understand", "i appreciate", "thank you for",
        "抱歉", "很抱歉", "非常抱歉", "对不起", "不好意思", "我无法", "我不能", "我不会", "作为一个", "作为人工智能", "作为ai", "作为一名",
    ];

    private static readonly string[] Declines =
    [
        "can't", "cannot", "can not", "unable to", "not able to", "won't", "will not", "decline", "not comfortable", "无法", "不能", "不便", "不会", "不可以", "拒绝", "不适合",
    ];

    private static readonly string[] Objects =
    [
        "assist", "help", "fulfil", "comply", "provide", "write", "creat", "generat", "continu", "produc", "engage", "request", "content", "polic", "guideline",
        "帮助", "协助", "提供", "生成", "创作", "继续", "写", "满足", "请求", "内容", "回答", "讨论",
    ];

    internal static bool Is(string text)
    {
        if (text.Length > Longest)
        {
            return false;
        }

        var plain = text.Trim().Replace('’', '\'');
        return Beginnings.Any(beginning => plain.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) && HasAny(plain, Declines) && HasAny(plain, Objects);
    }

    private static bool HasAny(string text, string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
