using System.Text;

namespace RecurrentGpt.Benchmarks.Search;

/// <summary>Paragraphs of words as often as words are (Zipf): the first few of 20,000 stand in most paragraphs, most of them in a few of thousands. The same for the same seed.</summary>
internal sealed class DrawnWords
{
    private const int Words = 20_000;
    private const int InAParagraph = 120;

    private static readonly string[] Syllables = ["ba", "co", "da", "el", "fi", "ga", "hu", "in", "ka", "lo", "mer", "no", "or", "pe", "qua", "ri", "sta", "tu", "ven", "wy"];

    private readonly Random _random = new(1);
    private readonly string[] _words = [.. Enumerable.Range(0, Words).Select(Name)];
    private readonly double[] _upTo = new double[Words];

    public DrawnWords()
    {
        var sum = 0.0;
        for (var rank = 0; rank < Words; rank++)
        {
            _upTo[rank] = sum += 1.0 / (rank + 3);
        }
    }

    /// <summary>A word by its rank, from 0: the most frequent.</summary>
    public string this[int rank] => _words[rank];

    public string Paragraph()
    {
        var text = new StringBuilder(InAParagraph * 7);
        for (var i = 0; i < InAParagraph; i++)
        {
            text.Append(Draw()).Append(i % 12 == 11 ? ". " : " ");
        }

        return text.ToString().TrimEnd();
    }

    private string Draw()
    {
        var at = Array.BinarySearch(_upTo, _random.NextDouble() * _upTo[^1]);
        return _words[Math.Min(Words - 1, at < 0 ? ~at : at)];
    }

    // In the digits of its rank, so that each is another.
    private static string Name(int rank)
    {
        var name = "";
        for (var left = rank + Syllables.Length; left > 0; left /= Syllables.Length)
        {
            name += Syllables[left % Syllables.Length];
        }

        return name;
    }
}
