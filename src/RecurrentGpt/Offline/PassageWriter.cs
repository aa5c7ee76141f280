using System.Text.RegularExpressions;

namespace RecurrentGpt.Offline;

/// <summary>
/// Writes a passage again: shorter when that is asked for, else in other words and with something added that goes with the instruction. It is never the passage itself.
/// </summary>
internal sealed class PassageWriter(PassageBank bank, ulong seed)
{
    private const int MostSwaps = 3;

    internal static string Write(SampleRequest request, ulong seed)
    {
        var isChinese = request.Passage.Any(c => c is >= '\u4E00' and <= '\u9FFF');
        return new PassageWriter(isChinese ? Chinese.ChinesePassages.Bank : English.EnglishPassages.Bank, StableHash.Of(seed, request.Message))
            .Write(request.Passage, request.Instruction.ToLowerInvariant());
    }

    private string Write(string passage, string instruction) =>
        bank.AskedShorter.Any(word => instruction.Contains(word, StringComparison.Ordinal)) ? Shorter(passage) : Other(passage, instruction);

    private string Shorter(string passage)
    {
        var paragraphs = passage.Split("\n\n");
        var shorter = string.Join("\n\n", paragraphs.Select(ShorterParagraph));
        return shorter.Length < passage.Length ? shorter : Least(passage);
    }

    private string ShorterParagraph(string text)
    {
        var sentences = Voice.Sentences(text);
        if (sentences.Count > 2)
        {
            var gone = 1 + StableHash.Below(seed, sentences.Count - 2);
            return string.Join(bank.Join, sentences.Where((_, place) => place != gone).Select(WithoutFillers));
        }

        return WithoutFillers(text) is var filled && filled.Length < text.Length ? filled : WithoutClause(text);
    }

    private string WithoutFillers(string text) =>
        bank.Fillers.Aggregate(text, (shorter, filler) => shorter.Replace(bank.Join + filler, bank.Join, StringComparison.Ordinal));

    // "She went down, and the door fell shut." comes down to what stands before the last comma.
    private string WithoutClause(string text)
    {
        var comma = text.LastIndexOf(bank.Comma, StringComparison.Ordinal);
        return comma > 0 ? text[..comma] + (EndsInStop(text) ? bank.Stop : "") : text;
    }

    private string Least(string passage)
    {
        var words = passage.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var shorter = words.Length switch
        {
            > 2 => string.Join(' ', words.Where((_, place) => place != words.Length - 2)),
            2 => words[0],
            _ => bank.Join.Length == 0 ? passage[..(passage.Length / 2)] : "",
        };

        return shorter.Any(char.IsLetter) ? shorter : passage == bank.Least.First ? bank.Least.Second : bank.Least.First;
    }

    private string Other(string passage, string instruction)
    {
        var clauses = bank.Additions.First(addition => addition.Asked.Length == 0 || addition.Asked.Any(word => instruction.Contains(word, StringComparison.Ordinal))).Clauses;
        var clause = clauses[StableHash.Below(seed, clauses.Length)];
        var swapped = Swapped(passage);
        var end = swapped.TrimEnd('.', '!', '?', '。', '！', '？', '…', '"', '”', '」', '*', '_', ' ', '\n');
        return string.Concat(end, end.Length > 0 ? bank.Comma : "", clause, swapped.AsSpan(end.Length));
    }

    private string Swapped(string passage)
    {
        var fitting = bank.Swaps.Where(swap => Word(swap.Word).IsMatch(passage)).ToList();
        var first = fitting.Count > 0 ? StableHash.Below(seed >> 3, fitting.Count) : 0;
        return fitting.Skip(first).Concat(fitting.Take(first)).Take(MostSwaps)
            .Aggregate(passage, (text, swap) => Word(swap.Word).Replace(text, swap.Other, 1));
    }

    private Regex Word(string word) => new(bank.Join.Length > 0 ? $@"\b{Regex.Escape(word)}\b" : Regex.Escape(word), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private bool EndsInStop(string text) => text.TrimEnd().EndsWith(bank.Stop, StringComparison.Ordinal);
}
