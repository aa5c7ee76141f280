using System.Text.RegularExpressions;

namespace RecurrentGpt.Offline.English;

/// <summary>Reads what a reader typed, in any of the ways in which one types it ("open the gate", "I open the gate", "you open the gate"), and tells it as done.</summary>
internal static partial class EnglishActions
{
    /// <summary>"Open the gate and call him." as "you opened the gate and called him"; null when its first word is no verb that is known.</summary>
    internal static string? Tell(string action, Doer doer)
    {
        var bare = Opening().Replace(Dressed(action.Trim()), "");
        var first = bare.Split(' ', 2)[0].Trim(',', '.', '!', '?', ';', ':').ToLowerInvariant();
        if (EnglishVerbs.OfBase(first) is null)
        {
            return null;
        }

        return OfYou("You " + char.ToLowerInvariant(bare[0]) + bare[1..], doer);
    }

    internal static string Bare(string action, Doer doer)
    {
        var bare = Opening().Replace(action.Trim(), "").TrimEnd('.', '!', '?', ' ').Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal);
        return bare.Length == 0 ? "nothing" : Addressed(char.ToLowerInvariant(bare[0]) + bare[1..], doer);
    }

    /// <summary>"Mara keeps an orchard." as "you kept an orchard"; another sentence keeps whom it is about.</summary>
    internal static string? Lead(string sentence, string? told, Person main, Doer reader)
    {
        if (sentence.StartsWith("You ", StringComparison.Ordinal))
        {
            return OfYou(sentence, reader);
        }

        if (told is null || !told.StartsWith(main.Name + " ", StringComparison.Ordinal) || ThirdPerson().IsMatch(told))
        {
            return null;
        }

        return reader.Subject + Agreeing(reader.Subject, told[main.Name.Length..]);
    }

    /// <summary>What the story cannot bear: a feat that it has never spoken of, or words about the program.</summary>
    internal static string? Beyond(string action, string known) =>
        Demand().IsMatch(action) ? "beyondsay"
        : Feat().Match(action) is { Success: true } feat && !known.Contains(feat.Value, StringComparison.OrdinalIgnoreCase) ? "beyonddo"
        : null;

    private static string? OfYou(string sentence, Doer doer) =>
        PastTense.Of(sentence) is { } told ? doer.Subject + Agreeing(doer.Subject, Addressed(told["You".Length..], doer)) : null;

    // Straight quotation marks do not tell which of them closes.
    private static string Dressed(string text) => StraightQuotes().Replace(text, "“${said}”");

    // What somebody says stays as it was said.
    private static string Addressed(string text, Doer doer) => Pronouns().Replace(text, match => match.Groups["said"].Success ? match.Value : Form(match.Value, doer));

    private static string Agreeing(string subject, string rest) =>
        subject == "you" && rest.StartsWith(" was ", StringComparison.Ordinal) ? " were" + rest[" was".Length..]
        : subject != "you" && rest.StartsWith(" were ", StringComparison.Ordinal) ? " was" + rest[" were".Length..]
        : rest;

    private static string Form(string pronoun, Doer doer) => pronoun.ToLowerInvariant() switch
    {
        "i" => doer.Subject,
        "my" or "your" => doer.Possessive,
        "myself" or "yourself" => doer.Reflexive,
        _ => doer.Object,
    };

    [GeneratedRegex(@"^((then|now|so|next),? )?(please )?((I|you)(( will|['’]ll| would| want to| try to| tried to| decide to| am going to| are going to|['’]m going to|['’]d like to)( try to)?)? |let me |let['’]s |try to )?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex("(?<said>[\"“][^\"“”]*[\"”]?)|\\b(I|me|my|myself|you|your|yourself)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pronouns();

    [GeneratedRegex("\"(?<said>[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StraightQuotes();

    [GeneratedRegex(@"\b(he|she|his|her|hers|him|himself|herself)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ThirdPerson();

    [GeneratedRegex(@"\b(fly|levitate|teleport|time[- ]travel|travel (back )?in time|turn (myself |yourself )?into|become|resurrect|walk through (the |a )?walls?|invisible|spaceship|rocket|laser|helicopter|machine gun|superpowers?|wings)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Feat();

    [GeneratedRegex(@"\b(ignore (the|all|any|your|my|previous|these)|prompts?|instructions?|system message|json|markdown|language model|chatbot|output format|the format|labels?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Demand();
}
