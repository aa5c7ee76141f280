using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RecurrentGpt.Stories;

/// <summary>Languages by their English and their own names, from the platform's cultures, and by the names that people use beside those.</summary>
internal static partial class LanguageNames
{
    private static readonly (string Tag, string Names)[] Usual =
    [
        ("zh-Hans", "中文|简体中文|中文（简体）|汉语|普通话|国语|白话文|chinese|simplified chinese|chinese (simplified)|mandarin|mandarin chinese|华语"),
        ("zh-Hant", "繁體中文|繁体中文|正體中文|中文（繁體）|漢語|國語|華語|traditional chinese|chinese (traditional)"),
        ("zh-CN", "zh-cn"), ("zh-TW", "zh-tw"), ("zh-HK", "zh-hk"), ("yue", "粵語|粤语|廣東話|广东话|cantonese"), ("lzh", "文言|文言文|classical chinese|literary chinese"), ("wuu", "吴语|上海话|shanghainese"), ("nan", "台語|閩南語|闽南语|hokkien|taiwanese"),
        ("en", "英语|英文|英語"), ("ja", "日语|日文|日語|japanese"), ("ko", "韩语|韩文|韓語|朝鲜语|한국말|korean"), ("fr", "法语|法文"), ("de", "德语|德文"), ("es", "西班牙语|西班牙文|castellano|castilian"),
        ("ru", "俄语|俄文"), ("it", "意大利语"), ("pt", "葡萄牙语"), ("ar", "阿拉伯语"), ("th", "泰语"), ("vi", "越南语"), ("la", "拉丁语|latin|latina"), ("hi", "印地语"),
        ("en-GB", "british english|uk english|english (uk)"), ("en-US", "american english|us english|english (us)"), ("en-AU", "australian english"), ("en-IE", "irish english|hiberno-english"),
        ("en-IN", "indian english"), ("en-CA", "canadian english"), ("pt-BR", "brazilian portuguese|português brasileiro|português do brasil|brazilian"), ("pt-PT", "european portuguese|português europeu"),
        ("es-MX", "mexican spanish"), ("es-419", "latin american spanish|español latinoamericano"), ("es-ES", "european spanish"), ("fr-CA", "canadian french|québécois|quebec french"), ("fr-CH", "swiss french"),
        ("de-AT", "austrian german|österreichisch"), ("de-CH", "swiss german|schweizerdeutsch"), ("fa", "farsi|persian"), ("he", "hebrew|ivrit"), ("tl", "tagalog"), ("el", "modern greek"),
        ("grc", "ancient greek"), ("ang", "old english"), ("enm", "middle english"), ("no", "norwegian|norsk"), ("nl-BE", "flemish|vlaams"), ("ro", "moldovan"), ("eo", "esperanto"), ("sco", "scots"), ("hsb", "sorbian"),
    ];

    // These make another language of the one that they stand before.
    private static readonly FrozenSet<string> Others = FrozenSet.ToFrozenSet(["old", "middle", "ancient", "proto", "pidgin", "creole", "sign", "pig", "not", "no"], StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<FrozenDictionary<string, string>> Names = new(Read);

    internal static string? Find(string language)
    {
        var name = language.Trim();
        return name.Length == 0 ? null : ByName(name) ?? ByName(Bracket().Replace(name, "").Trim()) ?? ByWord(name);
    }

    private static string? ByName(string name) => Names.Value.GetValueOrDefault(name);

    // "plain English for children": one language is named, and nothing makes another of it.
    private static string? ByWord(string name)
    {
        var words = Word().Matches(name).Select(match => match.Value).ToList();
        var tags = words.Where(word => word.Length > 3 || !char.IsAscii(word[0])).Select(ByName).OfType<string>().Distinct().ToList();
        return tags is [var only] && !words.Exists(Others.Contains) ? only : null;
    }

    private static FrozenDictionary<string, string> Read()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (tag, usual) in Usual.SelectMany(language => language.Names.Split('|').Select(name => (language.Tag, name))))
        {
            names.TryAdd(usual, tag);
        }

        // Languages first: the name of a language without a country is the language itself.
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.AllCultures).Where(culture => culture.Name.Length > 0).OrderBy(culture => culture.Name.Length))
        {
            foreach (var name in (string[])[culture.EnglishName, culture.NativeName, culture.Name])
            {
                names.TryAdd(name, culture.Name);
            }
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"[(（\[][^)）\]]*[)）\]]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"[\p{L}\p{M}]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
