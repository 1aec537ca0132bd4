package dev.tagalong.checks;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Whether a class's package has a package-info that marks it null-safe. */
final class LieInADescribedPackage extends ArchCondition<JavaClass> {
    LieInADescribedPackage() {
        super("lie in a package with a package-info that is @NullMarked");
    }

    @Override
    public void check(JavaClass checked, ConditionEvents events) {
        boolean described = checked.getPackage()
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
        events.add(new SimpleConditionEvent(
                checked, described, checked.getName() + (described ? " lies in one" : " does not lie in one")));
    }
}
