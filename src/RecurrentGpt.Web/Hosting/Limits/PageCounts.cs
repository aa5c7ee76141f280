using Microsoft.Extensions.Options;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Hosting.Limits;

/// <summary>Counts the pages that each person has open; without sign-in, those of everybody together.</summary>
internal sealed class PageCounts(IOptions<LimitOptions> limits)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _open = [];

    public int Most { get; } = limits.Value.OpenPages;

    /// <summary>Counts one more page; false, and not counted, when it would be one too many.</summary>
    public bool TryOpen(string person)
    {
        lock (_gate)
        {
            var open = _open.GetValueOrDefault(person);
            if (open < Most)
            {
                _open[person] = open + 1;
            }

            return open < Most;
        }
    }

    public void Close(string person)
    {
        lock (_gate)
        {
            if (--_open[person] == 0)
            {
                _open.Remove(person);
            }
        }
    }
}
