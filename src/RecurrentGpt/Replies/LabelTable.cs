using System.Globalization;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Replies;

/// <summary>What a label announces.</summary>
internal enum LabelRole
{
    /// <summary>A section of the form.</summary>
    Section,

    /// <summary>All plans at once, as a list.</summary>
    Plans,

    /// <summary>Nothing that the form asks for; it ends the section before it.</summary>
    Foreign,
}

/// <summary>How sure it is that a label's words at the start of a line are meant as a label.</summary>
internal enum LabelStrength
{
    /// <summary>One everyday word, such as "Memory".</summary>
    Word,

    /// <summary>One word, and the label that the prompt asks for.</summary>
    Asked,

    /// <summary>Several words, or a word and a number: hardly ever prose.</summary>
    Phrase,
}

internal sealed record LabelWord(LabelRole Role, Section? Section, LabelStrength Strength);

/// <summary>The labels of one form as a tree of letters. Case, spaces, hyphens, underscores and the form of digits do not count; the longest label wins.</summary>
internal sealed class LabelTable
{
    private static readonly string[] FurtherPlans =
    [
        .. Enumerable.Range(4, 6).SelectMany(number => new[] { "Instruction ", "Output Instruction ", "Plan ", "Option ", "指令", "计划", "走向", "方案", "选项", "計劃", "指示", "計画", "プラン", "選択肢", "案" }
            .Select(word => word + number.ToString(CultureInfo.InvariantCulture))),
        .. "四五六".SelectMany(number => new[] { $"指令{number}", $"计划{number}", $"走向{number}", $"方案{number}", $"选项{number}", $"指示{number}" }),
    ];

    private readonly Letter _root = new();

    private LabelTable()
    {
    }

    /// <summary>The table of a form, made once a form.</summary>
    internal static LabelTable For(ReplyForm form) => form.Table;

    internal static LabelTable Make(ReplyForm form)
    {
        var table = new LabelTable();
        foreach (var section in form.Sections)
        {
            table.AddAll(Labels.Aliases(section, form), alias => new LabelWord(LabelRole.Section, section, StrengthOf(alias, section, form)));
        }

        if (form.Sections.Contains(Section.Instruction1) || form.Sections.Contains(Section.Instruction2) || form.Sections.Contains(Section.Instruction3))
        {
            table.AddAll(Labels.PlanLists, alias => new LabelWord(LabelRole.Plans, null, IsPhrase(alias) ? LabelStrength.Phrase : LabelStrength.Word));
        }

        // Who chooses among plans speaks of them: "Plan 2" is the answer there, and no label.
        if (form.Name == ReplyForm.Choice.Name)
        {
            return table;
        }

        // A repair asks for a few sections, and the model may repeat others: their labels still end the section before them.
        foreach (var section in Others(form))
        {
            table.AddAll(Labels.Aliases(section, form).Where(IsPhrase), _ => new LabelWord(LabelRole.Foreign, null, LabelStrength.Phrase));
        }

        table.AddAll(FurtherPlans, _ => new LabelWord(LabelRole.Foreign, null, LabelStrength.Phrase));
        return table;
    }

    /// <summary>The longest label that begins at <paramref name="at"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the label's first letter would be.</param>
    /// <param name="end">Behind the label's last letter.</param>
    /// <param name="isOpen">Whether the text ended before the label could be told.</param>
    internal LabelWord? Longest(ReadOnlySpan<char> text, int at, out int end, out bool isOpen)
    {
        LabelWord? longest = null;
        end = at;
        var letter = _root;
        var i = at;
        for (; i < text.Length; i++)
        {
            var c = Plain(text[i]);
            if (IsJoin(c) && i > at)
            {
                continue;
            }

            if (!letter.Next.TryGetValue(c, out var next))
            {
                break;
            }

            letter = next;
            if (letter.Word is not null && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])))
            {
                (longest, end) = (letter.Word, i + 1);
            }
        }

        isOpen = i == text.Length;
        return longest;
    }

    /// <summary>The label that a whole key is, or null.</summary>
    internal LabelWord? Whole(string key)
    {
        var word = Longest(key, 0, out var end, out _);
        return end == key.Length ? word : null;
    }

    private static IEnumerable<Section> Others(ReplyForm form) =>
        ReplyForm.Step.Sections.Concat(form.Name == ReplyForm.Opening.Name ? ReplyForm.Opening.Sections : []).Except(form.Sections);

    private static LabelStrength StrengthOf(string alias, Section section, ReplyForm form) =>
        IsPhrase(alias) ? LabelStrength.Phrase : alias == Labels.Of(section, form) ? LabelStrength.Asked : LabelStrength.Word;

    // A word in kana alone is as everyday as an English one, however many signs it takes.
    private static bool IsPhrase(string alias) => alias.Contains(' ', StringComparison.Ordinal)
        || (alias[0] >= '\u2E80' && alias.Length > 2 && !alias.All(Script.IsKana)) || (alias.Length == 2 && char.IsAsciiDigit(alias[1]));

    private static bool IsJoin(char c) => c is ' ' or '-' or '_' or '#' or '\t' or '\u00A0' or '\u3000';

    private static char Plain(char c) => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : char.ToLowerInvariant(c);

    private void AddAll(IEnumerable<string> aliases, Func<string, LabelWord> word)
    {
        foreach (var alias in aliases)
        {
            var letter = _root;
            foreach (var c in alias.Select(Plain).Where(c => !IsJoin(c)))
            {
                letter = letter.Next.TryGetValue(c, out var next) ? next : letter.Next[c] = new Letter();
            }

            letter.Word ??= word(alias);
        }
    }

    private sealed class Letter
    {
        internal Dictionary<char, Letter> Next { get; } = [];

        internal LabelWord? Word { get; set; }
    }
}
