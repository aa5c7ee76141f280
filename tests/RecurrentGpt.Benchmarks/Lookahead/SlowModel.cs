using RecurrentGpt.FakeModel;

namespace RecurrentGpt.Benchmarks.Lookahead;

/// <summary>Makes the fake server think before it writes, as a large model does.</summary>
internal static class SlowModel
{
    public static readonly TimeSpan ToFirstToken = TimeSpan.FromMilliseconds(800);

    public static void Slow(FakeModelServer model) => model.Answer = request =>
    {
        var hold = new FakeHold();
        // Nobody waits for the task: it ends by itself, and a hold that is released late holds nothing up.
        _ = ReleaseAsync(hold);
        return new FakeReply { HoldBefore = hold };
    };

    private static async Task ReleaseAsync(FakeHold hold)
    {
        await Task.Delay(ToFirstToken);
        hold.Release();
    }
}
