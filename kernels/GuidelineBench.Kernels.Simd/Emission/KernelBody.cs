using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace GuidelineBench.Kernels.Simd.Emission;

/// <summary>The body of a kernel while it is written: pointers to floats, loops, and vector instructions.</summary>
internal sealed unsafe class KernelBody
{
    private static readonly MethodInfo? PrefetchMethod =
        Sse.IsSupported ? typeof(Sse).GetMethod(nameof(Sse.Prefetch0), [typeof(void*)]) : null;

    /// <summary>
    /// From 8000 on the JIT optimises nothing (DEFAULT_MIN_OPTS_LV_REF_COUNT). It tracks 1024 variables, those that it adds
    /// itself among them: measured, vectors of a kernel with 7960 uses were in memory, of kernels with 6530 in registers.
    /// </summary>
    private const int MostVariableUses = 6600;

    private readonly DynamicMethod method;
    private readonly ILGenerator il;

    /// <summary>Loads and stores of locals and arguments.</summary>
    private int variableUses;

    public KernelBody(string name, params Type[] parameters)
    {
        method = new DynamicMethod(name, typeof(void), parameters, typeof(KernelBody).Module, skipVisibility: true)
        {
            InitLocals = false,
        };
        il = method.GetILGenerator();
        Vectors = new VectorPool(il);
    }

    /// <summary>Vector locals.</summary>
    public VectorPool Vectors { get; }

    /// <summary>
    /// Whether the JIT may give up on a method of this length: it would keep vectors in memory, and the kernel would take five
    /// to fifty times as long.
    /// </summary>
    public bool IsTooLong => variableUses > MostVariableUses;

    /// <summary>Ends the method and compiles it now, not at its first, timed call.</summary>
    public TDelegate Compile<TDelegate>()
        where TDelegate : Delegate
    {
        il.Emit(OpCodes.Ret);
        var kernel = method.CreateDelegate<TDelegate>();
        RuntimeHelpers.PrepareDelegate(kernel);
        return kernel;
    }

    /// <summary>A pointer that starts where an argument points.</summary>
    public LocalBuilder Pointer(int argument)
    {
        LocalBuilder pointer = Pointer();
        Copy(argument, pointer);
        return pointer;
    }

    public LocalBuilder Pointer() => il.DeclareLocal(typeof(float*));

    public void Copy(int argument, LocalBuilder to)
    {
        LoadArgument(argument);
        Store(to);
    }

    public void Copy(LocalBuilder from, LocalBuilder to)
    {
        Load(from);
        Store(to);
    }

    /// <summary>pointer += floats.</summary>
    public void Advance(LocalBuilder pointer, int floats)
    {
        PushAddress(pointer, floats);
        Store(pointer);
    }

    /// <summary>Pushes pointer + floats.</summary>
    public void PushAddress(LocalBuilder pointer, int floats)
    {
        Load(pointer);
        if (floats == 0)
            return;
        il.Emit(OpCodes.Ldc_I4, floats * sizeof(float));
        il.Emit(OpCodes.Add);
    }

    /// <summary>Pushes pointer + floats + the index-th distance, in bytes, of the table that an argument points to.</summary>
    public void PushDistantAddress(LocalBuilder pointer, int floats, int tableArgument, int index)
    {
        PushAddress(pointer, floats);
        AddDistance(tableArgument, index);
    }

    /// <summary>Pushes pointer + floats + the index-th distance, in bytes, of a table.</summary>
    public void PushDistantAddress(LocalBuilder pointer, int floats, LocalBuilder table, int index)
    {
        PushAddress(pointer, floats);
        Load(table);
        AddEntry(index);
    }

    /// <summary>Adds the index-th distance, in bytes, of the table that an argument points to, to the address on the stack.</summary>
    public void AddDistance(int tableArgument, int index)
    {
        LoadArgument(tableArgument);
        AddEntry(index);
    }

    /// <summary>to = pointer + the index-th distance, in bytes, of a table.</summary>
    public void LoadDistantAddress(LocalBuilder pointer, LocalBuilder table, int index, LocalBuilder to)
    {
        PushDistantAddress(pointer, 0, table, index);
        Store(to);
    }

    /// <summary>to = argument + the first distance, in bytes, of a table.</summary>
    public void CopyDistant(int argument, LocalBuilder table, LocalBuilder to)
    {
        LoadArgument(argument);
        Load(table);
        AddEntry(0);
        Store(to);
    }

    /// <summary>to = the index-th address of the table that an argument points to + the first distance of another table.</summary>
    public void LoadTableAddress(int tableArgument, int index, LocalBuilder distances, LocalBuilder to)
    {
        LoadArgument(tableArgument);
        il.Emit(OpCodes.Ldc_I4, index * sizeof(nint));
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Ldind_I);
        Load(distances);
        AddEntry(0);
        Store(to);
    }

    /// <summary>to = the first address of a table + an argument.</summary>
    public void LoadTableAddress(LocalBuilder table, int argument, LocalBuilder to)
    {
        Load(table);
        il.Emit(OpCodes.Ldind_I);
        LoadArgument(argument);
        il.Emit(OpCodes.Add);
        Store(to);
    }

    /// <summary>table += entries.</summary>
    public void AdvanceTable(LocalBuilder table, int entries)
    {
        Load(table);
        il.Emit(OpCodes.Ldc_I4, entries * sizeof(nint));
        il.Emit(OpCodes.Add);
        Store(table);
    }

    public void PushConstantAddress(nint address)
    {
        il.Emit(OpCodes.Ldc_I8, (long)address);
        il.Emit(OpCodes.Conv_I);
    }

    /// <summary>Memory on the stack for the time of the call; only at the start of the body.</summary>
    public LocalBuilder StackFloats(int count)
    {
        LocalBuilder pointer = Pointer();
        il.Emit(OpCodes.Ldc_I4, count * sizeof(float));
        il.Emit(OpCodes.Conv_U);
        il.Emit(OpCodes.Localloc);
        Store(pointer);
        return pointer;
    }

    /// <summary>Pushes the float at pointer + floats.</summary>
    public void PushFloat(LocalBuilder pointer, int floats)
    {
        PushAddress(pointer, floats);
        LoadFloat();
    }

    /// <summary>Replaces an address by the float there.</summary>
    public void LoadFloat() => il.Emit(OpCodes.Ldind_R4);

    /// <summary>Pops a float and an address and stores it there.</summary>
    public void StoreFloat() => il.Emit(OpCodes.Stind_R4);

    public void AddFloats() => il.Emit(OpCodes.Add);

    /// <summary>Pushes the constant operand of an instruction. Converted to a byte, the JIT would not take it for one.</summary>
    public void PushConstantByte(int value) => il.Emit(OpCodes.Ldc_I4, value);

    public void Push(LocalBuilder local) => Load(local);

    public void Pop(LocalBuilder local) => Store(local);

    /// <summary>Pushes a vector with the float at pointer + floats in every lane.</summary>
    public void PushBroadcast(LocalBuilder pointer, int floats, VectorOperations operations)
    {
        PushAddress(pointer, floats);
        il.Emit(OpCodes.Ldind_R4);
        Call(operations.Broadcast);
    }

    /// <summary>Pushes a vector's lowest lanes, as many as the narrower vector has.</summary>
    public void PushLower(LocalBuilder vector, VectorOperations from, VectorOperations to)
    {
        Push(vector);
        for (VectorOperations operations = from; operations != to; operations = VectorOperations.Of(operations.Bits / 2))
            Call(operations.Lower ?? throw new ArgumentException($"{to.Bits} bits are not in {from.Bits}.", nameof(to)));
    }

    /// <summary>Pushes a vector with a constant in every lane.</summary>
    public void PushConstant(float value, VectorOperations operations)
    {
        il.Emit(OpCodes.Ldc_R4, value);
        Call(operations.Broadcast);
    }

    /// <summary>Pushes what <paramref name="push"/> pushes, cut off as the clamp says.</summary>
    public void PushClamped(Action push, Clamp clamp, VectorOperations operations)
    {
        if (clamp == Clamp.AtZeroAndSix)
            PushConstant(6, operations);
        if (clamp != Clamp.None)
            Call(operations.Zero);
        push();
        if (clamp != Clamp.None)
            Call(operations.Max);
        if (clamp == Clamp.AtZeroAndSix)
            Call(operations.Min);
    }

    public void Call(MethodInfo operation) => il.Emit(OpCodes.Call, operation);

    /// <summary>Asks for the cache line at pointer + floats, where the instruction set has a way to.</summary>
    public void Prefetch(LocalBuilder pointer, int floats)
    {
        if (PrefetchMethod is null)
            return;
        PushAddress(pointer, floats);
        Call(PrefetchMethod);
    }

    /// <summary>Asks for the cache line at the address that is pushed, where the instruction set has a way to.</summary>
    public void PrefetchAt(Action pushAddress)
    {
        if (PrefetchMethod is null)
            return;
        pushAddress();
        Call(PrefetchMethod);
    }

    /// <summary>Repeats as often as an argument of type nint says, 1 or more.</summary>
    public void RepeatByArgument(int argument, Action body)
    {
        LocalBuilder left = il.DeclareLocal(typeof(nint));
        Copy(argument, left);
        Loop(left, body);
    }

    /// <summary>Writes the body once if it runs once, as a loop if it runs more often.</summary>
    public void Repeat(int count, Action body)
    {
        if (count == 1)
            body();
        if (count <= 1)
            return;
        LocalBuilder left = il.DeclareLocal(typeof(nint));
        il.Emit(OpCodes.Ldc_I4, count);
        il.Emit(OpCodes.Conv_I);
        Store(left);
        Loop(left, body);
    }

    private void Load(LocalBuilder local)
    {
        il.Emit(OpCodes.Ldloc, local);
        variableUses++;
    }

    private void Store(LocalBuilder local)
    {
        il.Emit(OpCodes.Stloc, local);
        variableUses++;
    }

    private void LoadArgument(int argument)
    {
        il.Emit(OpCodes.Ldarg, argument);
        variableUses++;
    }

    private void AddEntry(int index)
    {
        il.Emit(OpCodes.Ldc_I4, index * sizeof(nint));
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Ldind_I);
        il.Emit(OpCodes.Add);
    }

    private void Loop(LocalBuilder left, Action body)
    {
        Label head = il.DefineLabel();
        il.MarkLabel(head);
        body();
        Load(left);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Dup);
        Store(left);
        il.Emit(OpCodes.Brtrue, head);
    }
}
