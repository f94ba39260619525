using System.Collections.Immutable;
using System.CommandLine;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Cli.Backends;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Cli.Options;

/// <summary>
/// The options that say with which kernels or engine and on which device: <c>--backend --device --provider --engine-library</c>.
/// </summary>
/// <param name="takesList">Whether several backends can be asked for, to be compared.</param>
internal sealed class BackendOptions(bool takesList)
{
    public const string DeviceName = "--device", ProviderName = "--provider", LibraryName = "--engine-library";

    public ImmutableArray<SpecificationOption> All { get; } =
    [
        SpecificationOption.Of(
            BackendOption.Create(takesList),
            (run, backends) => run with { Backends = backends },
            run => string.Join(',', run.Backends.Select(backend => backend.Name))),
        SpecificationOption.Of(CreateDevice(), On, run => run.Device),
        SpecificationOption.Of(
            ValueOption.Create<string?>(
                LibraryName, "PATH", $"Another build of the engine's library, e.g. one with other execution providers (default the package's). With {BackendOption.Name} {BackendCatalogue.EngineNames}.", text => text),
            (run, path) => WithEngine(run, LibraryName, choice => choice with { Library = path }),
            run => run.Engine.Library),
        SpecificationOption.Of(
            ValueOption.Create<string?>(
                ProviderName, "NAME", $"What computes inside the engine: CPU, or another execution provider that its library has; operators that it cannot take fail the run (default CPU). With {BackendOption.Name} {BackendCatalogue.EngineNames}.", text => text),
            (run, name) => WithEngine(run, ProviderName, choice => choice with { Provider = name }),
            run => run.Engine.Provider),
    ];

    public static Option<string?> CreateDevice() => ValueOption.Create<string?>(
        DeviceName, "DEVICE", $"The device of a backend that has some ({BackendCatalogue.NamesWithDevices}): an index, an id or part of a name that ./run.sh list devices shows (default the first usable GPU).", text => text);

    /// <returns>The backends, usable and on their device.</returns>
    /// <exception cref="CommandException">The device cannot be had, or a backend cannot be used here.</exception>
    public RunSpecification Read(ParseResult result, RunSpecification run)
    {
        run = All.Read(result, run);
        foreach (IBackend backend in run.Backends)
            RefuseUnusable(backend);
        return run;
    }

    private static RunSpecification WithEngine(RunSpecification run, string option, Func<EngineChoice, EngineChoice> change)
    {
        if (!run.Backends.Any(backend => backend is IEngineBackend))
            throw CommandException.Unusable($"backend {run.Backends[0].Name} is no engine", option, $"with {BackendOption.Name} {BackendCatalogue.EngineNames}");
        EngineChoice choice = change(run.Engine);
        try
        {
            return run with { Engine = choice, Backends = [.. run.Backends.Select(backend => backend is IEngineBackend engine ? engine.With(choice) : backend)] };
        }
        catch (PlanException error)
        {
            throw new CommandException(ExitCode.Absent, $"backend {run.Backends.OfType<IEngineBackend>().First().Name} cannot be used: {error.Message}", error);
        }
    }

    private static RunSpecification On(RunSpecification run, string device)
    {
        if (!run.Backends.Any(backend => backend is IDeviceBackend))
            DeviceChoice.Of(run.Backends[0], device);
        ImmutableArray<IBackend> chosen = [.. run.Backends.Select(backend => backend is IDeviceBackend ? DeviceChoice.Of(backend, device) : backend)];
        return run with { Backends = chosen, Device = chosen.OfType<IDeviceBackend>().First().Device!.Description!.Id };
    }

    /// <exception cref="CommandException">The backend cannot be used here.</exception>
    public static void RefuseUnusable(IBackend backend)
    {
        if (backend.Unusable is { } reason)
            throw new CommandException(ExitCode.Absent, $"backend {backend.Name} cannot be used: {reason}");
    }
}
