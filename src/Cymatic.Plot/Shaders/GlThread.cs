using System.Collections.Concurrent;

namespace Cymatic.Plot;

/// <summary>A thread with a context of OpenGL ES: whoever wants to draw hands it the work and waits.</summary>
internal sealed class GlThread : IDisposable
{
    // Compilers of shaders are recursive.
    private const int StackBytes = 16 << 20;

    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    /// <exception cref="ShadersUnavailableException">No library, or no driver that works.</exception>
    internal GlThread(ShaderDevice device)
    {
        var started = new TaskCompletionSource();
        _thread = new Thread(() => Live(device, started), StackBytes) { IsBackground = true, Name = "Shader" };
        _thread.Start();
        started.Task.GetAwaiter().GetResult();
    }

    /// <summary>Runs a function with the context; what it throws is thrown here.</summary>
    /// <exception cref="ObjectDisposedException">The thread was ended.</exception>
    internal T Run<T>(Func<T> function)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            _work.Add(() => Answer(function, done));
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(Shader));
        }

        return done.Task.GetAwaiter().GetResult();
    }

    /// <summary>Finishes the work at hand and frees the context with all that it holds.</summary>
    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
    }

#pragma warning disable CA1031 // Every exception goes to whoever waits.
    private static void Answer<T>(Func<T> function, TaskCompletionSource<T> done)
    {
        try
        {
            done.SetResult(function());
        }
        catch (Exception exception)
        {
            done.SetException(exception);
        }
    }

    private void Live(ShaderDevice device, TaskCompletionSource started)
    {
        EglContextHandle context;
        try
        {
            context = EglContexts.Create(device);
        }
        catch (Exception exception)
        {
            started.SetException(exception);
            return;
        }

        using (context)
        {
            started.SetResult();
            foreach (Action work in _work.GetConsumingEnumerable())
                work();
        }
    }
#pragma warning restore CA1031
}
