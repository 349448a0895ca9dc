// Prints a compose file as Docker Compose itself understands it, with these profiles, as JSON.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	options, err := cli.NewProjectOptions(os.Args[1:2], cli.WithOsEnv, cli.WithProfiles(os.Args[2:]))
	if err != nil {
		refuse(err)
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		refuse(err)
	}
	text, err := project.MarshalJSON()
	if err != nil {
		refuse(err)
	}
	os.Stdout.Write(text)
}

func refuse(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
