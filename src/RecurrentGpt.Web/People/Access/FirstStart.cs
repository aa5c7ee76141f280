using System.Security.Cryptography;
using System.Text;
using RecurrentGpt.Web.People.Accounts;

namespace RecurrentGpt.Web.People.Access;

/// <summary>
/// The code without which nobody makes the first account: it is told in the log alone, so that the desk belongs to who started it and not to who comes first.
/// </summary>
public sealed partial class FirstStart(ILogger<FirstStart> logger)
{
    private const int Tries = 5;
    private const int Groups = 3;

    private readonly Lock _gate = new();
    private int _left;

    /// <summary>Null when there is an account already.</summary>
    public string? Code { get; private set; }

    public void Open()
    {
        lock (_gate)
        {
            Make();
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            Code = null;
        }
    }

    /// <summary>Whether it is the code. After a few wrong ones there is another.</summary>
    public bool IsCode(string given)
    {
        ArgumentNullException.ThrowIfNull(given);
        lock (_gate)
        {
            if (Code is null)
            {
                return false;
            }

            var isCode = CryptographicOperations.FixedTimeEquals(Bytes(given), Bytes(Code));
            if (!isCode && --_left == 0)
            {
                Make();
            }

            return isCode;
        }
    }

    private void Make()
    {
        (Code, _left) = (MadePassword.Of(Groups), Tries);
        LogCode(Code);
    }

    // Typed by hand from another screen: neither case nor dashes matter.
    private static byte[] Bytes(string code) => Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant());

    [LoggerMessage(LogLevel.Warning, "People sign in here, and nobody has an account yet. Open the page /first-start and give it this code: {Code}")]
    private partial void LogCode(string code);
}
