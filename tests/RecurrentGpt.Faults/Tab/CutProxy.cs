using System.Net;
using System.Net.Sockets;

namespace RecurrentGpt.Faults.Tab;

/// <summary>The network between one browser page and the program, which can be cut as networks are: by reset, or by silence, in which nothing arrives and nothing is closed.</summary>
internal sealed class CutProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Lock _gate = new();
    private readonly HashSet<Socket> _open = [];
    private readonly Func<Uri> _target;
    private readonly Task _accepting;
    private TaskCompletionSource _passes = Passing();
    private bool _isRefused;

    public CutProxy(Func<Uri> target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Everything passes again; what was held back in silence arrives late, as it does.</summary>
    public void Pass()
    {
        lock (_gate)
        {
            _isRefused = false;
            _passes.TrySetResult();
        }
    }

    /// <summary>Nothing arrives any more, on either side, and nobody is told.</summary>
    public void FallSilent()
    {
        lock (_gate)
        {
            _passes = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Every connection is reset, and new ones are too until it passes again.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _isRefused = true;
            foreach (var socket in _open)
            {
                socket.Close(0);
            }

            _open.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Stop();
        Reset();
        await _accepting;
        _ended.Dispose();
    }

    private static TaskCompletionSource Passing()
    {
        var passing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        passing.SetResult();
        return passing;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_ended.Token);
                _ = CarryAsync(socket);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            return; // the proxy ends
        }
    }

    private async Task CarryAsync(Socket near)
    {
        using var far = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            near.NoDelay = true;
            Admit(near);
            await WaitAsync();
            await far.ConnectAsync(IPAddress.Loopback, _target().Port, _ended.Token);
            Admit(far);
            await Task.WhenAny(CopyAsync(near, far), CopyAsync(far, near));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            near.Close(0);
        }
        finally
        {
            Leave(near);
            Leave(far);
        }
    }

    private async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[32 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _ended.Token) is > 0 and var count)
            {
                await WaitAsync();
                for (var sent = 0; sent < count;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), _ended.Token);
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            return; // one side has gone, or was cut off
        }
    }

    private Task WaitAsync()
    {
        lock (_gate)
        {
            return _passes.Task.WaitAsync(_ended.Token);
        }
    }

    private void Admit(Socket socket)
    {
        lock (_gate)
        {
            if (_isRefused)
            {
                socket.Close(0);
            }
            else
            {
                _open.Add(socket);
            }
        }
    }

    private void Leave(Socket socket)
    {
        lock (_gate)
        {
            _open.Remove(socket);
            socket.Dispose();
        }
    }
}
