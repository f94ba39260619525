using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using GuidelineBench.Core.Files;
using GuidelineBench.Execution.Backends;
using Microsoft.ML.OnnxRuntime;

namespace GuidelineBench.Kernels.OnnxRuntime.Engine;

/// <summary>The native library. A process loads one; the first that is asked for stays.</summary>
internal sealed unsafe class EngineLibrary
{
    private static readonly Lock Loading = new();
    private static (string? Path, EngineLibrary? Library, PlanException? Refusal)? loaded;

    private readonly Lazy<string?> sha256;

    private EngineLibrary(string? path)
    {
        // The environment of the process: one logger, no telemetry, warnings left out of the terminal.
        OrtEnv environment = OrtEnv.Instance();
        environment.EnvLogLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;
        Version = environment.GetVersionString();
        Providers = [.. environment.GetAvailableProviders().Select(Provider.ShortName)];
        FilePath = path ?? LoadedFile();
        sha256 = new Lazy<string?>(() => FilePath is null ? null : Convert.ToHexStringLower(Sha256.HashData(File.ReadAllBytes(FilePath))));
    }

    public string Version { get; }

    /// <summary>Of execution providers, as <c>--provider</c> names them.</summary>
    public ImmutableArray<string> Providers { get; }

    public string? FileName => Path.GetFileName(FilePath);

    /// <summary>Null where the system does not show what was loaded.</summary>
    public string? FileSha256 => sha256.Value;

    private string? FilePath { get; }

    /// <param name="path">A library of the user's; null: the package's.</param>
    /// <exception cref="PlanException">It is not there, does not load, is too old, or another one is loaded already.</exception>
    public static EngineLibrary Load(string? path)
    {
        lock (Loading)
        {
            if (loaded is null)
            {
                try
                {
                    loaded = (path, Start(path), null);
                }
                catch (PlanException error)
                {
                    loaded = (path, null, error);
                }
            }

            return loaded.Value.Path != path ? throw new PlanException("ONNX Runtime is loaded from another file already; a process has one.")
                : loaded.Value.Library ?? throw loaded.Value.Refusal!;
        }
    }

    private static EngineLibrary Start(string? path)
    {
        if (path is not null)
            TakeFrom(path);
        try
        {
            return new EngineLibrary(path);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException or TypeInitializationException or OnnxRuntimeException or PlatformNotSupportedException)
        {
            throw new PlanException($"ONNX Runtime does not load on {EnginePlatform.This}: {Innermost(error)}");
        }
    }

    /// <summary>The managed part takes its calls from this file.</summary>
    private static void TakeFrom(string path)
    {
        if (!File.Exists(path))
            throw new PlanException($"there is no library {path}");
        if (!NativeLibrary.TryLoad(Path.GetFullPath(path), out nint library))
            throw new PlanException($"{path} does not load as a library on {RuntimeInformation.RuntimeIdentifier}");
        if (!NativeLibrary.TryGetExport(library, "OrtGetApiBase", out nint export))
            throw new PlanException($"{path} is no ONNX Runtime: it has no OrtGetApiBase");
        // Two function pointers: the interface of a version, and the library's version.
        nint* entries = (nint*)((delegate* unmanaged[Cdecl]<nint>)export)();
        string version = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)entries[1])()) ?? "unknown";
        // The second number of a version is its interface's; a library that is asked for a later one writes a line of its own.
        bool isKnown = uint.TryParse(version.Split('.').ElementAtOrDefault(1), CultureInfo.InvariantCulture, out uint interfaces);
        if (isKnown ? interfaces < ManagedApi : ((delegate* unmanaged[Cdecl]<uint, nint>)entries[0])(ManagedApi) == 0)
            throw new PlanException(FormattableString.Invariant($"{path} is ONNX Runtime {version}, which is too old; 1.{ManagedApi} or later is needed"));
        OrtEnv.DisableDllImportResolver = true;
        NativeLibrary.SetDllImportResolver(typeof(OrtEnv).Assembly, (name, _, _) => name.Contains("onnxruntime", StringComparison.Ordinal) ? library : 0);
    }

    /// <summary>The interface that the managed part asks for: the second number of its version.</summary>
    private static uint ManagedApi => uint.Parse(
        typeof(OrtEnv).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('.')[1], CultureInfo.InvariantCulture);

    private static string? LoadedFile() => Process.GetCurrentProcess().Modules.Cast<ProcessModule>()
        .Select(module => module.FileName)
        .FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) is "libonnxruntime" or "onnxruntime" && File.Exists(file));

    private static string Innermost(Exception error) => error.InnerException is { } inner ? Innermost(inner)
        : error is DllNotFoundException && FoundFile(error.Message) is { } found ? found
        : error.Message.ReplaceLineEndings(" ");

    /// <summary>.NET tries many names and says of each why it is none: the one that matters is of a file that is there.</summary>
    private static string? FoundFile(string message) => message.Split('\n').Skip(1).Select(line => line.Trim())
        .FirstOrDefault(line => line.Length > 0 && !line.Contains("No such file", StringComparison.Ordinal));
}
