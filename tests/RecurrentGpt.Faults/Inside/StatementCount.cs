namespace RecurrentGpt.Faults.Inside;

/// <summary>Counts the statements of the one connection that writes, and kills at the one that is ordered.</summary>
internal sealed class StatementCount(KillOrder order)
{
    private int _inProcess;
    private int _inTransaction;
    private bool _isStoring;
    private bool _hasStored;

    /// <summary>Takes a statement that is about to run.</summary>
    public void Add(string statement)
    {
        // The store looks at its own count of changes at both ends of a transaction, which writes nothing.
        if (IsWord(statement, "SELECT total_changes()"))
        {
            return;
        }

        _inProcess++;
        _inTransaction = IsWord(statement, "BEGIN") ? 0 : _inTransaction + 1;
        if (_inTransaction == 1)
        {
            _isStoring = ReadsTheRunToStore(statement);
        }

        var isCommit = IsWord(statement, "COMMIT");
        if (order.At switch
        {
            KillAt.Statement => _inProcess == order.Number,
            KillAt.Storing => _isStoring && (_inTransaction == order.Number || isCommit),
            KillAt.Stored => _hasStored,
            _ => false,
        })
        {
            KillSwitch.Die();
        }

        if (_isStoring && isCommit)
        {
            _hasStored = true;
            if (order.At == KillAt.Committing)
            {
                new Thread(() => KillSwitch.DieAfter(order.Number)) { IsBackground = true }.Start();
            }
        }
    }

    private static bool IsWord(string statement, string word) => statement.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    // The commit of a run begins by reading it, whatever its state is; its end without a step asks for a running one.
    private static bool ReadsTheRunToStore(string statement) =>
        IsWord(statement, "SELECT") && statement.Contains("FROM \"Runs\"", StringComparison.Ordinal)
        && statement.Contains("\"Id\" = ", StringComparison.Ordinal) && !statement.Contains("\"State\" = ", StringComparison.Ordinal);
}
