using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GuidelineBench.Kernels.OnnxRuntime.Engine;

/// <summary>
/// The library reports usage to its maker unless a variable of the process's native environment says otherwise before its native part
/// starts. .NET's own environment is a copy on Unix and reaches no native code, so the variable is set in both.
/// </summary>
internal static partial class Telemetry
{
    public const string Variable = "ORT_DISABLE_TELEMETRY", Off = "1";

    /// <summary>Before any code of this assembly, which alone knows the library: however the tool was started.</summary>
#pragma warning disable CA2255 // This library has to be first, whoever uses it.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void SwitchOff()
    {
        Environment.SetEnvironmentVariable(Variable, Off);
        if (OperatingSystem.IsWindows())
            _ = PutEnvironment(Variable, Off);
        else
            _ = SetEnvironment(Variable, Off, overwrite: 1);
    }

    /// <summary>As native code reads it.</summary>
    internal static string? Native() => Marshal.PtrToStringUTF8(OperatingSystem.IsWindows() ? GetEnvironmentOfWindows(Variable) : GetEnvironment(Variable));

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetEnvironment(string name);

    [LibraryImport("ucrtbase", EntryPoint = "_putenv_s", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int PutEnvironment(string name, string value);

    [LibraryImport("ucrtbase", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetEnvironmentOfWindows(string name);
}
