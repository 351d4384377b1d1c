using Cymatic.Workflows;
using Spectre.Console;

namespace Cymatic.Cli;

/// <summary>Progress on standard error: a bar for each step on a terminal, a line for each step otherwise.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs the job on another thread, so that a signal can cancel it, and shows how far it is.</summary>
    public static async Task<T> RunAsync<T>(bool isQuiet, Func<IProgress<WorkflowProgress>?, T> job)
    {
        if (isQuiet)
            return await Task.Run(() => job(null));
        if (Console.IsErrorRedirected)
            return await Task.Run(() => job(new StepLines(Console.Error)));
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true).HideCompleted(false)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(),
                new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => Task.Run(() => job(new StepBars(context))));
    }

    private sealed class StepLines(TextWriter writer) : IProgress<WorkflowProgress>
    {
        private readonly Lock _lock = new();
        private string? _step;

        public void Report(WorkflowProgress value)
        {
            lock (_lock)
            {
                if (_step == value.Step)
                    return;
                _step = value.Step;
                writer.WriteLine(value.Step);
            }
        }
    }

    private sealed class StepBars(ProgressContext context) : IProgress<WorkflowProgress>
    {
        private readonly Lock _lock = new();
        private string? _step;
        private ProgressTask? _bar;

        public void Report(WorkflowProgress value)
        {
            lock (_lock)
            {
                if (_step != value.Step)
                {
                    if (_bar is not null)
                        _bar.Value = 1;
                    _step = value.Step;
                    _bar = context.AddTask(Markup.Escape(value.Step), maxValue: 1);
                }

                _bar!.Value = value.Part;
            }
        }
    }
}
