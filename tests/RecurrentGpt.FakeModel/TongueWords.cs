using System.Globalization;

namespace RecurrentGpt.FakeModel;

/// <summary>
/// The words of a language's sentences. The number makes each sentence unlike any other, and the lists, whose lengths have no divisor in common,
/// keep two of them from sharing a run of characters.
/// </summary>
internal abstract class TongueWords
{
    protected abstract string[] People { get; }

    protected abstract string[] Places { get; }

    protected abstract string[] Ways { get; }

    protected abstract string[] Acts { get; }

    protected abstract string[] Looks { get; }

    protected abstract string[] Things { get; }

    protected abstract string[] Ends { get; }

    public string Fill(string sentence, int number) => string.Format(
        CultureInfo.InvariantCulture, sentence, Of(People, number), Of(Places, number), Of(Ways, number), Of(Acts, number), number, Of(Looks, number), Of(Things, number), Of(Ends, number));

    private static string Of(string[] words, int number) => words[number % words.Length];
}
