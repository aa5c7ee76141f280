namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>The toss for the next paragraph, made before it is written so that it can be shown, and the same until something is stored.</summary>
public sealed class NextToss(Random chance)
{
    private readonly Lock _gate = new();
    private Guid _headId;
    private double _toss;

    /// <summary>The toss, 0 to 1, for the paragraph after a step.</summary>
    public double For(Guid headId)
    {
        lock (_gate)
        {
            if (_headId != headId)
            {
                (_headId, _toss) = (headId, chance.NextDouble());
            }

            return _toss;
        }
    }

    /// <summary>The toss has had its turn; the next one is made anew.</summary>
    public void Renew()
    {
        lock (_gate)
        {
            _headId = Guid.Empty;
        }
    }
}
