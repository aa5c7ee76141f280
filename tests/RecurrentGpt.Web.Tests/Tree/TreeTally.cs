namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>Counts what was done, so that a proof over random sequences cannot have been over dull ones.</summary>
internal sealed class TreeTally
{
    private readonly Dictionary<MoveKind, int> _moves = [];
    private int _restarts;

    public int Sequences { get; private set; }

    public IEnumerable<MoveKind> NeverMade => Enum.GetValues<MoveKind>().Where(kind => !_moves.ContainsKey(kind));

    public void Count(TreeSequence sequence)
    {
        Sequences++;
        _restarts += sequence.RestartAfter is null ? 0 : 1;
        foreach (var move in sequence.Moves)
        {
            _moves[move.Kind] = _moves.GetValueOrDefault(move.Kind) + 1;
        }
    }

    public static TreeTally Sum(IEnumerable<TreeTally> tallies)
    {
        var sum = new TreeTally();
        foreach (var tally in tallies)
        {
            sum.Sequences += tally.Sequences;
            sum._restarts += tally._restarts;
            foreach (var (kind, count) in tally._moves)
            {
                sum._moves[kind] = sum._moves.GetValueOrDefault(kind) + count;
            }
        }

        return sum;
    }

    public override string ToString() =>
        $"{Sequences} sequences, {_restarts} with a restart; {string.Join(", ", _moves.OrderBy(move => move.Key).Select(move => $"{move.Key} {move.Value}"))}";
}
