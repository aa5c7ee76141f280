using System.Text.RegularExpressions;

namespace RecurrentGpt.Memory.ShortTerm.Stale;

/// <summary>What the model's rationale says of sentences that stand in memory nevertheless.</summary>
internal sealed partial class ToldByModel(string rationale, IReadOnlyList<string> standing, IReadOnlyList<string> sent, IReadOnlyList<string> written)
{
    private readonly List<RationaleClause> _clauses = [.. Rationale.ClausesOf(rationale).Where(clause => clause.Leaning is Leaning.Dropped || Settled().IsMatch(clause.Text))];

    /// <summary>The clause that calls a sentence dropped or settled; null when none does.</summary>
    internal string? Of(string sentence)
    {
        if (!sent.Contains(sentence))
        {
            return null;
        }

        // What the author put back was put back on purpose, unless the model says more than that it made room.
        var isPutBack = !written.Contains(sentence);
        var clause = _clauses.Find(clause => (!isPutBack || Settled().IsMatch(clause.Text)) && SpeaksOf(clause.Text, sentence));
        return clause is null ? null : Rationale.NoteOf(clause.Text, "");
    }

    private bool SpeaksOf(string clause, string sentence)
    {
        var terms = Terms.Telling(clause);
        var shared = Shared(sentence);
        var needed = Terms.IsWide(sentence[0]) ? 3 : 2;
        return shared >= needed && shared * 2 >= Terms.Telling(sentence).Count && !sent.Except(standing).Any(gone => Shared(gone) >= shared);

        int Shared(string other) => Terms.Telling(other).Count(terms.Contains);
    }

    [GeneratedRegex(@"\b(?:settled|no longer|not true any ?more|resolved|answered|solved|is over|is dead|is done|out of date)\b|了结|不再|已经解决|已经结束|已成过去|不成立", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Settled();
}
