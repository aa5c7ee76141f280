namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>A random sequence of moves; the same seed makes the same sequence.</summary>
/// <param name="Seed">What it was drawn with.</param>
/// <param name="Moves">8 to 20 moves.</param>
/// <param name="LookAfter">How many moves are made before the storage is looked at in between, if there are so many; it is looked at at the end in any case.</param>
/// <param name="RestartAfter">How many moves are made before the storage is closed and opened again; null for never.</param>
internal sealed record TreeSequence(int Seed, IReadOnlyList<TreeMove> Moves, int LookAfter, int? RestartAfter)
{
    // How often each move is drawn, for once that the rarest is.
    private static readonly (MoveKind Kind, int Weight)[] Weights =
    [
        (MoveKind.Write, 10),
        (MoveKind.WriteByOwnPlan, 3),
        (MoveKind.WriteAgain, 5),
        (MoveKind.WriteFromElsewhere, 2),
        (MoveKind.Undo, 7),
        (MoveKind.Redo, 7),
        (MoveKind.Go, 7),
        (MoveKind.EditParagraph, 5),
        (MoveKind.RestoreRevision, 3),
        (MoveKind.EditMemory, 3),
        (MoveKind.EditPlan, 3),
        (MoveKind.EditOwnPlan, 2),
        (MoveKind.Pin, 4),
        (MoveKind.Ban, 3),
        (MoveKind.EditEntry, 2),
        (MoveKind.RestoreEntry, 1),
        (MoveKind.NewPlans, 4),
        (MoveKind.Reread, 2),
        (MoveKind.SaveFromAnOldTab, 2),
        (MoveKind.StopARun, 1),
        (MoveKind.LockParagraph, 3),
        (MoveKind.LockSentence, 6),
        (MoveKind.SetChapter, 2),
        (MoveKind.SetNote, 2),
        (MoveKind.LockPlan, 4),
        (MoveKind.NameBranch, 4),
        (MoveKind.Turn, 3),
    ];

    private static readonly MoveKind[] Deck = [.. Weights.SelectMany(weight => Enumerable.Repeat(weight.Kind, weight.Weight))];

    public static TreeSequence Draw(int seed, bool restarts)
    {
        var die = new Random(seed);
        var moves = Enumerable.Range(1, die.Next(8, 21)).Select(number => new TreeMove(number, Deck[die.Next(Deck.Length)], die.Next(1_000), die.Next(1_000))).ToList();
        return new TreeSequence(seed, moves, die.Next(1, moves.Count * 4), restarts ? die.Next(1, moves.Count) : null);
    }

    /// <summary>Makes all moves in a story of their own, and compares on the way and at the end.</summary>
    public async Task RunAsync(TreeDesk desk)
    {
        var walk = await TreeWalk.BeginAsync(desk);
        foreach (var move in Moves)
        {
            await walk.MakeAsync(move);
            if (move.Number == RestartAfter)
            {
                await desk.RestartAsync();
            }

            if (move.Number == LookAfter || move.Number == RestartAfter || move.Number == Moves.Count)
            {
                await walk.CompareAsync();
            }
        }
    }

    /// <summary>Makes the moves again, comparing after each, and tells the shortest beginning of them that fails.</summary>
    public async Task<string> TellAsync(TreeDesk desk, Exception failure)
    {
        var walk = await TreeWalk.BeginAsync(desk);
        foreach (var move in Moves)
        {
            try
            {
                await walk.MakeAsync(move);
                if (move.Number == RestartAfter)
                {
                    await desk.RestartAsync();
                }

                await walk.CompareAsync();
            }
            catch (Exception first)
            {
                return Tell(move.Number, first);
            }
        }

        return Tell(Moves.Count, failure);
    }

    private string Tell(int moves, Exception failure) =>
        $"Seed {Seed} fails after {moves} moves{(RestartAfter <= moves ? $", with a restart after {RestartAfter}" : "")}: {string.Join("; ", Moves.Take(moves))}\n{failure}";
}
