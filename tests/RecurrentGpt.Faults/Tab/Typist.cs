using System.Diagnostics;
using Microsoft.Playwright;

namespace RecurrentGpt.Faults.Tab;

/// <summary>An author who types on, key after key, whatever happens to the page, and knows afterwards what was typed when.</summary>
internal sealed class Typist(ILocator box, Random chance)
{
    private readonly List<(char Key, long At)> _keys = [];
    private readonly CancellationTokenSource _stopped = new();
    private Task _typing = Task.CompletedTask;
    private string _before = "";

    /// <summary>All that stands in the box when nothing is lost.</summary>
    public string Text => _before + string.Concat(_keys.Select(key => key.Key));

    public async Task StartAsync()
    {
        _before = await box.InputValueAsync();
        await box.FocusAsync();
        await box.PressAsync("Control+End");
        _typing = TypeAsync();
    }

    /// <summary>Takes the hands off the keys.</summary>
    public async Task StopAsync()
    {
        await _stopped.CancelAsync();
        await _typing;
    }

    /// <summary>What is missing at the end of a text that came back, in characters and in milliseconds of typing; null when it is another text.</summary>
    public (int Characters, double Milliseconds)? LostOf(string back)
    {
        if (back.StartsWith(Text, StringComparison.Ordinal) && back.Length <= Text.Length + 1)
        {
            return (0, 0); // the last key may have gone down while the page went away
        }

        if (!Text.StartsWith(back, StringComparison.Ordinal) || back.Length < _before.Length)
        {
            return null;
        }

        var lost = Text.Length - back.Length;
        return (lost, Stopwatch.GetElapsedTime(_keys[^lost].At, _keys[^1].At).TotalMilliseconds);
    }

    private async Task TypeAsync()
    {
        while (!_stopped.IsCancellationRequested)
        {
            var key = chance.Next(6) == 0 ? ' ' : (char)('a' + chance.Next(26));
            try
            {
                // A page that is frozen or goes away takes no more keys.
                await box.PressAsync(key == ' ' ? "Space" : key.ToString(), new() { Timeout = 2_000 }).WaitAsync(TimeSpan.FromSeconds(3));
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                return;
            }

            _keys.Add((key, Stopwatch.GetTimestamp()));
            await Task.Delay(chance.Next(30, 120), CancellationToken.None);
        }
    }
}
